// SPDX-License-Identifier: Apache-2.0
// Filters, as the newest official client meets them, over one transport and in one protocol.

import assert from 'node:assert/strict';
import { expectRefusal, failure, outcome, refusal } from './lib/hub.mjs';
import { run, test, until } from './lib/report.mjs';
import { hubs, transport } from './lib/suite.mjs';

const HUB = '/it/filtered';

/** The steps since the last time, without those of asking for them. */
async function steps(hub) {
  const all = await hub.invoke('trail');
  const since = hub.seen ?? 0;
  hub.seen = all.length + 1;
  return all.slice(since, -2);
}

/** A started connection whose steps so far have been read. */
async function open(after, path = HUB) {
  const hub = hubs.build(after, path);
  await hub.start();
  assert.deepEqual(await steps(hub), ['outer connected']);
  return hub;
}

test('runs filters in order, then interceptors, then the hub', async (after) => {
  const hub = await open(after);
  assert.equal(await hub.invoke('echo', 'x'), 'x');
  assert.deepEqual(await steps(hub), ['outer before echo', 'inner', 'interceptor', 'hub', 'outer after success']);
});

test('lets a filter change arguments and replace the result', async (after) => {
  const hub = await open(after);
  assert.equal(await hub.invoke('echo', 'change'), 'changed');
  assert.equal(await hub.invoke('echo', 'replace'), 'replaced');
});

test('lets a filter answer, refuse and fail in place of the hub', async (after) => {
  const hub = await open(after);
  assert.equal(await hub.invoke('echo', 'answer'), 'answered by a filter');
  assert.deepEqual(await steps(hub), ['outer before echo', 'inner', 'outer after success']);
  assert.equal(await failure(hub.invoke('echo', 'refuse')), 'not today');
  assert.deepEqual(await steps(hub), ['outer before echo', 'inner', 'outer after FILTER']);
  assert.equal(
    await failure(hub.invoke('echo', 'fail')),
    "An unexpected error occurred invoking 'echo' on the server. HubException: a filter failed",
  );
  assert.deepEqual(await steps(hub), ['outer before echo', 'inner', 'outer after HubException']);
});

test('shows filters the calls that the server refuses', async (after) => {
  const hub = await open(after);
  const refused = {
    UNKNOWN_METHOD: () => hub.invoke('nope'),
    ARGUMENT_COUNT: () => hub.invoke('echo'),
    ARGUMENT_TYPE: () => hub.invoke('echo', 5),
    STREAMING_MODE: () => hub.invoke('numbers', 1),
  };
  for (const [reason, call] of Object.entries(refused)) {
    await failure(call());
    const seen = await steps(hub);
    assert.equal(seen.at(-1), `outer after ${reason}`);
    assert.ok(!seen.includes('hub'));
  }
  assert.equal(await failure(hub.invoke('numbers', 1)), "The client attempted to invoke the streaming 'numbers' method with a non-streaming invocation.");
});

test('runs filters around streams', async (after) => {
  const hub = await open(after);
  assert.deepEqual(await outcome(hub.stream('numbers', 3)), { items: [0, 1, 2] });
  assert.deepEqual(await steps(hub), ['outer before numbers', 'inner', 'outer after success']);
});

test('runs filters around connect and disconnect', async (after) => {
  const [leaving, staying] = [await open(after), await open(after)];
  const id = leaving.connectionId;
  await leaving.stop();
  await until(async () => (await staying.invoke('trailOf', id)).at(-1) === 'outer disconnected', 'the filter knows');
});

test('lets a filter refuse a connection', async (after) => {
  expectRefusal(await refusal(hubs.build(after, `${HUB}?refuse=1`)), /HubException: refused by a filter/, transport);
});

await run();
