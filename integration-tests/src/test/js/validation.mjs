// SPDX-License-Identifier: Apache-2.0
// Constraints, as the newest official client meets them, over one transport and in one protocol. Needs a server with Jakarta Validation.

import assert from 'node:assert/strict';
import { failure, outcome } from './lib/hub.mjs';
import { run, test } from './lib/report.mjs';
import { hubs, members } from './lib/suite.mjs';

const HUB = '/it/filtered';

/** How often the method has run for this connection. */
async function registrations(hub) {
  return (await hub.invoke('trail')).filter((step) => step === 'registered').length;
}

test('refuses what breaks a constraint before the method runs', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(await hub.invoke('register', members({ name: 'Ann', age: 30 })), 'Ann');
  assert.equal(await registrations(hub), 1);
  for (const [applicant, member] of [
    [{ name: '', age: 30 }, 'name'],
    [{ name: 'x'.repeat(21), age: 30 }, 'name'],
    [{ name: 'Ann', age: -1 }, 'age'],
    [{ name: 'Ann', age: 151 }, 'age'],
  ]) {
    const told = await failure(hub.invoke('register', members(applicant)));
    assert.match(told, new RegExp(`'register'.*${member}`));
  }
  assert.match(await failure(hub.invoke('register', null)), /'register'/);
  assert.match(await failure(hub.invoke('brief', '')), /'brief'/);
  assert.equal(await registrations(hub), 1);
});

test('refuses results and streams that break a constraint', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(await hub.invoke('brief', 'abc'), 'abc');
  assert.match(await failure(hub.invoke('brief', 'abcd')), /'brief'/);
  assert.match((await outcome(hub.stream('numbers', 0))).error, /'numbers'/);
});

await run();
