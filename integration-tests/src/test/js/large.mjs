// SPDX-License-Identifier: Apache-2.0
// Large messages both ways with the newest official client, over one transport and in one protocol.

import assert from 'node:assert/strict';
import { run, test } from './lib/report.mjs';
import { hubs } from './lib/suite.mjs';

const HUB = '/heavy/large';
const KILOBYTE = 1024;

for (const size of [64 * KILOBYTE, 1024 * KILOBYTE, 10 * 1024 * KILOBYTE]) {
  test(`${size / KILOBYTE} KB come back as they went`, async (after) => {
    const hub = await hubs.open(after, HUB);
    const text = '0123456789abcdef'.repeat(size / 16);
    const answer = await hub.invoke('echo', text);
    assert.ok(answer === text, `${answer.length} characters came back`);
    assert.equal(await hub.invoke('echo', 'and on'), 'and on');
  });
}

await run();
