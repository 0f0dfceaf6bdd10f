// SPDX-License-Identifier: Apache-2.0
// Who calls, and by what: the container's basic authentication or, where the Java side gives a key, tokens signed with it.

import { createPrivateKey, sign } from 'node:crypto';
import { argument } from './arguments.mjs';

const ROLES = { alice: ['user', 'moderator'], bob: ['user'], carol: [] };
const given = argument('key', '');
const key = given && createPrivateKey({ key: Buffer.from(given, 'base64'), format: 'der', type: 'pkcs8' });
const part = (value) => Buffer.from(value).toString('base64url');

/** A token that is good for so many seconds. */
export function token(name, { seconds = 300, roles = ROLES[name] ?? [] } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: 'https://issuer.example.org', aud: 'hubs', upn: name, sub: name, groups: roles };
  Object.assign(claims, { iat: Math.min(now, now + seconds - 1), exp: now + seconds });
  const signed = `${part('{"alg":"RS256","typ":"JWT"}')}.${part(JSON.stringify(claims))}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

/** The options of a connection of that caller; nobody has none. */
export function credentials(name, settings) {
  if (name === 'nobody') {
    return {};
  }
  return key
    ? { accessTokenFactory: () => token(name, settings) }
    : { headers: { Authorization: `Basic ${Buffer.from(`${name}:${name}`).toString('base64')}` } };
}
