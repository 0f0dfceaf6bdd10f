// SPDX-License-Identifier: Apache-2.0
// Streams from the server to the newest official client, over one transport and in one protocol.

import assert from 'node:assert/strict';
import { failure, outcome } from './lib/hub.mjs';
import { run, test, until } from './lib/report.mjs';
import { fresh, hubs, members } from './lib/suite.mjs';

const HUB = '/it/streams';
const SOURCES = ['publisher', 'stream', 'iterator', 'iterable', 'laterPublisher', 'laterStream', 'laterIterator', 'laterIterable'];
const WAITING = ['waitingPublisher', 'waitingStream', 'waitingIterator'];
const numbers = (count) => Array.from({ length: count }, (_, at) => at);

/** Takes so many items and cancels. */
function take(stream, count) {
  const items = [];
  return new Promise((resolve, reject) => {
    const subscription = stream.subscribe({
      next: (item) => {
        items.push(item);
        if (items.length === count) {
          subscription.dispose();
          resolve(items);
        }
      },
      complete: () => reject(new Error(`The stream completed after ${items.length} items`)),
      error: reject,
    });
  });
}

/** Waits until the hub tells this of the stream. */
const fate = (hub, name, expected) =>
  until(async () => (await hub.invoke('fate', name)) === expected, `the hub tells '${expected}' of ${name}`);

for (const source of SOURCES) {
  test(`streams from what ${source} returns`, async (after) => {
    const hub = await hubs.open(after, HUB);
    assert.deepEqual(await outcome(hub.stream(source, 5)), { items: numbers(5) });
    assert.deepEqual(await outcome(hub.stream(source, 0)), { items: [] });
  });
}

test('keeps the order of 10000 items', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.deepEqual(await outcome(hub.stream('publisher', 10_000)), { items: numbers(10_000) });
  assert.deepEqual(await outcome(hub.stream('stream', 10_000)), { items: numbers(10_000) });
});

test('streams objects', async (after) => {
  const hub = await hubs.open(after, HUB);
  const ticket = members({ holderName: 'a', seat: 7, price: 1, shade: 'RED', number: null, stamps: null, fees: null });
  assert.deepEqual(await outcome(hub.stream('seats', ticket, 3)), { items: [ticket, ticket, ticket] });
});

test('streams texts', async (after) => {
  const hub = await hubs.open(after, HUB);
  const text = 'äß€ 😀 \u0000\u001e';
  assert.deepEqual(await outcome(hub.stream('echoes', text, 3)), { items: [text, text, text] });
});

for (const source of WAITING) {
  test(`ends what ${source} returns when the client cancels`, async (after) => {
    const hub = await hubs.open(after, HUB);
    const name = fresh('cancel');
    assert.deepEqual(await take(hub.stream(source, name, 3), 3), [0, 1, 2]);
    await fate(hub, name, 'ended');
  });

  test(`ends what ${source} returns when the client leaves`, async (after) => {
    const [leaving, staying] = [await hubs.open(after, HUB), await hubs.open(after, HUB)];
    const name = fresh('leave');
    const items = [];
    leaving.stream(source, name, 3).subscribe({ next: (item) => items.push(item), complete() {}, error() {} });
    await until(() => items.length === 3, 'three items');
    assert.equal(await staying.invoke('fate', name), 'running');
    await leaving.stop();
    await fate(staying, name, 'ended');
  });
}

test('cancels a stream whose method has not returned it yet', async (after) => {
  const hub = await hubs.open(after, HUB);
  const name = fresh('early');
  let items = 0;
  const subscription = hub.stream('behindGate', name).subscribe({ next: () => (items += 1), complete() {}, error() {} });
  await fate(hub, name, 'running');
  subscription.dispose();
  assert.equal(await hub.invoke('echo', 'behind the cancel'), 'behind the cancel');
  assert.equal(await hub.invoke('open', name), 1);
  await fate(hub, name, 'ended');
  assert.equal(items, 0);
});

test('forgets streams that are cancelled as soon as they are asked for', async (after) => {
  const hub = await hubs.open(after, HUB);
  const ended = WAITING.map((source) => {
    const name = fresh('at once');
    hub.stream(source, name, 3).subscribe({ next() {}, complete() {}, error() {} }).dispose();
    return name;
  });
  for (const name of ended) {
    // where the cancel was faster than the call, the method was not called
    await until(async () => (await hub.invoke('fate', name)) !== 'running', `${name} does not run`);
  }
});

test('fires the token of a streaming method', async (after) => {
  const hub = await hubs.open(after, HUB);
  const name = fresh('token');
  assert.deepEqual(await take(hub.stream('untilCancelled', name), 1), [0]);
  await fate(hub, name, 'cancelled');
});

test('tells that a stream failed in its middle, and its text only if it is for clients', async (after) => {
  const hub = await hubs.open(after, HUB);
  const told = 'An error occurred on the server while streaming results.';
  for (const source of ['failingPublisher', 'failingStream', 'failingIterator']) {
    assert.deepEqual(await outcome(hub.stream(source, 2, false)), { items: [0, 1], error: told }, source);
    const withText = `${told} HubException: for clients`;
    assert.deepEqual(await outcome(hub.stream(source, 2, true)), { items: [0, 1], error: withText }, source);
  }
  assert.equal(await hub.invoke('echo', 'still there'), 'still there');
});

test('tells that there is no stream', async (after) => {
  const hub = await hubs.open(after, HUB);
  const error = async (method) => (await outcome(hub.stream(method))).error;
  assert.equal(await error('throwing'), "An unexpected error occurred invoking 'throwing' on the server. HubException: no stream");
  assert.equal(
    await error('nothing'),
    "The value returned by the streaming method 'nothing' is not a ChannelReader<> or IAsyncEnumerable<>.",
  );
  assert.equal(
    await error('unknown'),
    "Failed to invoke 'unknown' due to an error on the server. HubException: Method does not exist.",
  );
  assert.equal(
    await error('list'),
    "The client attempted to invoke the non-streaming 'list' method with a streaming invocation.",
  );
  assert.equal(
    await failure(hub.invoke('stream', 1)),
    "The client attempted to invoke the streaming 'stream' method with a non-streaming invocation.",
  );
  assert.deepEqual(await hub.invoke('list'), [1, 2]);
});

test('runs 80 streams at once, and calls meanwhile', async (after) => {
  const hub = await hubs.open(after, HUB);
  const streams = Array.from({ length: 80 }, (_, at) => outcome(hub.stream(SOURCES[at % SOURCES.length], 50)));
  assert.equal(await hub.invoke('echo', 'meanwhile'), 'meanwhile');
  for (const { items, error } of await Promise.all(streams)) {
    assert.equal(error, undefined);
    assert.deepEqual(items, numbers(50));
  }
});

test('answers calls while a large stream is on its way', async (after) => {
  const hub = await hubs.open(after, HUB);
  const large = outcome(hub.stream('large', fresh('large'), 200, 20_000));
  for (let number = 0; number < 10; number += 1) {
    assert.equal(await hub.invoke('echo', `call ${number}`), `call ${number}`);
  }
  const { items, error } = await large;
  assert.equal(error, undefined);
  assert.equal(items.length, 200);
  assert.ok(items.every((item) => item.length === 20_000));
});

test('lets a stream wait without holding up calls', async (after) => {
  const hub = await hubs.open(after, HUB);
  const names = WAITING.map((source) => fresh(source));
  const open = WAITING.map((source, at) => take(hub.stream(source, names[at], 2), 2));
  assert.equal(await hub.invoke('echo', 'meanwhile'), 'meanwhile');
  await Promise.all(open);
  await Promise.all(names.map((name) => fate(hub, name, 'ended')));
});

await run();
