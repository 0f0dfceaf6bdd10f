// SPDX-License-Identifier: Apache-2.0
// The newest official client by TLS, with a certificate that it has no reason to trust.

import assert from 'node:assert/strict';
import { argument } from './lib/arguments.mjs';
import { failure, Hubs } from './lib/hub.mjs';
import { run, test } from './lib/report.mjs';

const base = argument('base');
const hubs = new Hubs(base, 'WebSockets');

test('finds a certificate that nobody vouches for', async () => {
  const reason = await fetch(base).catch((error) => error.cause?.code);
  assert.equal(reason, 'DEPTH_ZERO_SELF_SIGNED_CERT');
});

test('does not negotiate', async (after) => {
  assert.match(await failure(hubs.build(after, '/it/suite').start()), /fetch failed/);
});

test('does not open a WebSocket', async (after) => {
  const hub = hubs.build(after, '/it/suite', { options: { skipNegotiation: true } });
  assert.match(await failure(hub.start()), /WebSocket failed to connect/);
});

await run();
