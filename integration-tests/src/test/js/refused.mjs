// SPDX-License-Identifier: Apache-2.0
// What the newest official client tells of a protocol that its transport cannot carry.

import assert from 'node:assert/strict';
import { failure } from './lib/hub.mjs';
import { run, test } from './lib/report.mjs';
import { base, hubs, transport } from './lib/suite.mjs';

test('does not connect', async (after) => {
  const hub = hubs.build(after, '/it/suite');
  assert.match(await failure(hub.start()), new RegExp(`${transport}.* does not support Binary`));
});

test('has not been offered the combination', async () => {
  const answer = await fetch(`${base}/it/suite/negotiate?negotiateVersion=1`, { method: 'POST' });
  const { availableTransports } = await answer.json();
  const offered = availableTransports.find((one) => one.transport === transport);
  assert.deepEqual(offered.transferFormats, ['Text']);
});

await run();
