// SPDX-License-Identifier: Apache-2.0
// What the suites of the newest official client share: one transport and one protocol, as the Java side asks.

import { argument } from './arguments.mjs';
import { Hubs } from './hub.mjs';

export const base = argument('base');
export const transport = argument('transport');
export const protocol = argument('protocol');
export const hubs = new Hubs(base, transport, protocol);

let names = 0;

/** A name that no other test uses, in this suite or another. */
export const fresh = (what) => `${what}-${transport}-${protocol}-${process.pid}-${++names}`;

/** An object of a class as this protocol names its members: `givenName` in JSON, `GivenName` in MessagePack. */
export function members(value) {
  if (protocol === 'json') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(members);
  }
  if (value?.constructor !== Object) {
    return value;
  }
  const renamed = Object.entries(value).map(([name, member]) => [name[0].toUpperCase() + name.slice(1), members(member)]);
  return Object.fromEntries(renamed);
}
