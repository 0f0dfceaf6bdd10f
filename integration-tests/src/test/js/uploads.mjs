// SPDX-License-Identifier: Apache-2.0
// Streams from the newest official client to the server, over one transport and in one protocol.

import assert from 'node:assert/strict';
import { failure, outcome, upload } from './lib/hub.mjs';
import { run, test, tolerate, until } from './lib/report.mjs';
import { fresh, hubs, members } from './lib/suite.mjs';

const HUB = '/it/uploads';
const SUMS = ['sumPublisher', 'sumStream', 'sumIterator', 'sumIterable'];
const CONSUMERS = ['consumePublisher', 'consumeStream', 'consumeIterator'];
const numbers = (count) => Array.from({ length: count }, (_, at) => at);

// of a client that stops while a POST of its upload is on its way, or waits for its turn: the client takes care of neither
tolerate(/Cannot send data if the connection is not in the 'Connected' State/);
tolerate(/Connection stopped\./);
tolerate(/Cannot send until the transport is connected/);
tolerate(/WebSocket is not in the OPEN state/);
tolerate(/Status code '404'/);

/** Waits until the hub tells this of the upload. */
const fate = (hub, name, expected) =>
  until(async () => (await hub.invoke('fate', name)) === expected, `the hub tells '${expected}' of ${name}`);

for (const method of SUMS) {
  test(`uploads to ${method}`, async (after) => {
    const hub = await hubs.open(after, HUB);
    for (const items of [[1, 2, 3], [], numbers(100)]) {
      const sent = upload(items);
      const call = hub.invoke(method, sent.subject);
      sent.finish();
      assert.equal(await call, items.reduce((sum, item) => sum + item, 0));
    }
  });
}

test('keeps the order of 1000 items', async (after) => {
  const hub = await hubs.open(after, HUB);
  const sent = upload(numbers(1000));
  const call = hub.invoke('collect', sent.subject);
  sent.finish();
  assert.deepEqual(await call, numbers(1000));
});

test('uploads objects', async (after) => {
  const hub = await hubs.open(after, HUB);
  const sent = upload([members({ seat: 4 }), members({ holderName: 'b', seat: 2 })]);
  const call = hub.invoke('seatsOf', sent.subject);
  sent.finish();
  assert.deepEqual(await call, [4, 2]);
});

test('uploads several streams among arguments', async (after) => {
  const hub = await hubs.open(after, HUB);
  const [first, second, third] = [upload(['a', 'b']), upload([]), upload(['c'])];
  const call = hub.invoke('mixed', first.subject, ' and ', second.subject, 'then ', third.subject, '!');
  third.finish();
  first.finish();
  second.finish();
  assert.equal(await call, 'ab and then c!');
});

test('streams both ways in one call', async (after) => {
  const hub = await hubs.open(after, HUB);
  const sent = upload(numbers(300));
  const answer = outcome(hub.stream('scaled', 3, sent.subject));
  sent.finish();
  assert.deepEqual(await answer, { items: numbers(300).map((number) => number * 3) });
});

test('answers each item before the next is sent', async (after) => {
  const hub = await hubs.open(after, HUB);
  const { subject } = upload([]);
  const items = [];
  const end = new Promise((complete, error) => {
    hub.stream('scaled', 2, subject).subscribe({ next: (item) => items.push(item), complete, error });
  });
  for (let number = 0; number < 20; number += 1) {
    subject.next(number);
    await until(() => items.length === number + 1, `the answer to ${number}`);
  }
  subject.complete();
  await end;
  assert.deepEqual(items, numbers(20).map((number) => number * 2));
});

for (const method of CONSUMERS) {
  test(`tells the hub's ${method} that the client's stream failed`, async (after) => {
    const hub = await hubs.open(after, HUB);
    const name = fresh('error');
    const { subject } = upload([]);
    const call = failure(hub.invoke(method, name, subject));
    subject.next(1);
    subject.error(new Error('the client failed'));
    assert.equal(
      await call,
      `An unexpected error occurred invoking '${method}' on the server. HubException: the client failed`,
    );
    assert.equal(await hub.invoke('fate', name), 'failed: the client failed');
  });

  test(`tells the hub's ${method} that the client has left in the middle`, async (after) => {
    const [leaving, staying] = [await hubs.open(after, HUB), await hubs.open(after, HUB)];
    const name = fresh('leave');
    const { subject } = upload([]);
    const call = failure(leaving.invoke(method, name, subject));
    subject.next(1);
    await fate(staying, name, 'running');
    await leaving.stop();
    await call;
    await fate(staying, name, 'failed: The underlying connection was closed.');
  });
}

test('goes on when the method has returned before the stream ended', async (after) => {
  const hub = await hubs.open(after, HUB);
  const { subject } = upload([]);
  const call = hub.invoke('first', subject);
  subject.next('one');
  assert.equal(await call, 'one');
  numbers(50).forEach(() => subject.next('too late'));
  subject.complete();
  assert.equal(await hub.invoke('echo', 'still there'), 'still there');
});

test('answers calls while a consumer does not read', async (after) => {
  const hub = await hubs.open(after, HUB);
  const gate = fresh('slow');
  const sent = upload(Array.from({ length: 100 }, (_, at) => `${at}:${'x'.repeat(100)}`));
  const call = hub.invoke('countBehindGate', gate, sent.subject);
  sent.finish();
  assert.equal(await hub.invoke('echo', 'meanwhile'), 'meanwhile');
  await until(async () => (await hub.invoke('open', gate)) === 1, 'the method waits at the gate');
  assert.equal(await call, 100);
});

test('loses nothing when items are more than the hub buffers', async (after) => {
  const hub = await hubs.open(after, HUB);
  const gate = fresh('full');
  const sent = upload(Array.from({ length: 100 }, (_, at) => `${at}:${'x'.repeat(10_000)}`));
  const call = hub.invoke('countBehindGate', gate, sent.subject);
  sent.finish();
  const opener = await hubs.open(after, HUB);
  await until(async () => (await opener.invoke('open', gate)) === 1, 'the method waits at the gate');
  assert.equal(await call, 100);
});

test('takes many uploads at once', async (after) => {
  const hub = await hubs.open(after, HUB);
  const sums = await Promise.all(
    numbers(40).map((at) => {
      const sent = upload(numbers(at));
      const call = hub.invoke(SUMS[at % SUMS.length], sent.subject);
      sent.finish();
      return call;
    }),
  );
  assert.deepEqual(sums, numbers(40).map((at) => numbers(at).reduce((sum, item) => sum + item, 0)));
});

test('uploads without wanting an answer', async (after) => {
  const hub = await hubs.open(after, HUB);
  const name = fresh('send');
  const sent = upload([1, 2]);
  await hub.send('consumeStream', name, sent.subject);
  sent.finish();
  await fate(hub, name, 'completed after 2');
});

test('tells that a stream is missing or of the wrong type', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(
    await failure(hub.invoke('sumStream')),
    "An unexpected error occurred invoking 'sumStream' on the server. HubException: Client sent 0 stream(s), Hub method expects 1.",
  );
  const sent = upload(['not a number']);
  const call = failure(hub.invoke('sumStream', sent.subject));
  sent.finish();
  assert.equal(
    await call,
    "An unexpected error occurred invoking 'sumStream' on the server. HubException: Failed to bind Stream message.",
  );
});

await run();
