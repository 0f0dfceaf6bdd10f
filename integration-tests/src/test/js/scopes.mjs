// SPDX-License-Identifier: Apache-2.0
// Scopes of calls and of connections in hub methods, over one transport and in one protocol.

import assert from 'node:assert/strict';
import { run, test, until } from './lib/report.mjs';
import { hubs } from './lib/suite.mjs';

const HUB = '/it/scopes';
const CALLS = 20;

test('gives every call a request scope of its own', async (after) => {
  const two = [await hubs.open(after, HUB), await hubs.open(after, HUB)];
  const answers = await Promise.all(Array.from({ length: CALLS }, (_, at) => two[at % 2].invoke('inRequest')));
  assert.deepEqual(answers, Array(CALLS).fill(2));
});

test('keeps beans of a connection from call to call, and connections apart', async (after) => {
  const [one, other] = [await hubs.open(after, HUB), await hubs.open(after, HUB)];
  assert.deepEqual(await counted(one, 3), [2, 3, 4]);
  assert.deepEqual(await counted(other, 1), [2]);
  assert.deepEqual(await counted(one, 1), [5]);
});

test('has both scopes in callbacks, and destroys beans of a connection behind the last one', async (after) => {
  const [leaving, staying] = [await hubs.open(after, HUB), await hubs.open(after, HUB)];
  const id = leaving.connectionId;
  assert.deepEqual(await counted(leaving, 1), [2]);
  await leaving.stop();
  // The client does not wait until its goodbye has left. Without it, where it reads events, only silence tells: 30 seconds of it.
  await until(async () => (await staying.invoke('trailOf', id)).length > 2, 'the end of the note', 50_000);
  assert.deepEqual(await staying.invoke('trailOf', id), ['connected 2 1', 'disconnected 2 3', 'note of 3 destroyed']);
});

async function counted(hub, times) {
  const counts = [];
  for (let time = 0; time < times; time += 1) {
    counts.push(await hub.invoke('inConnection'));
  }
  return counts;
}

await run();
