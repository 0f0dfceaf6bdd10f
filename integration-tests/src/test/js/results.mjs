// SPDX-License-Identifier: Apache-2.0
// Results that the hub asks of the newest official client, over one transport and in one protocol.

import assert from 'node:assert/strict';
import { calls, failure, start } from './lib/hub.mjs';
import { run, test, until } from './lib/report.mjs';
import { fresh, hubs, members } from './lib/suite.mjs';

const HUB = '/it/results';
const never = () => new Promise(() => {});
const failed = (method, text) => `An unexpected error occurred invoking '${method}' on the server. HubException: ${text}`;

/** A started connection that answers questions. */
async function open(after, answer, path = HUB) {
  const hub = hubs.build(after, path);
  if (answer) {
    hub.on('answer', answer);
  }
  await start(hub);
  return hub;
}

test('gets an answer from the caller', async (after) => {
  const hub = await open(after, (question) => `${question}!`);
  assert.equal(await hub.invoke('ask', 'äß€ 😀'), 'client said äß€ 😀!');
  assert.equal(await hub.invoke('askTyped', 'typed'), 'typed!');
});

test('gets an answer that comes late', async (after) => {
  let answer;
  const hub = await open(after, () => new Promise((resolve) => (answer = resolve)));
  const asked = hub.invoke('ask', 'x');
  await until(() => answer, 'the question');
  assert.equal(await hub.invoke('echo', 'meanwhile'), 'meanwhile');
  answer('late');
  assert.equal(await asked, 'client said late');
});

test('lets a client call the hub before it answers', async (after) => {
  const hub = await open(after, (question) => hub.invoke('echo', `${question} asked back`));
  assert.equal(await hub.invoke('ask', 'x'), 'client said x asked back');
});

test('gets answers to 50 questions at once', async (after) => {
  const hub = await open(after, (question) => question);
  const questions = Array.from({ length: 50 }, (_, at) => `question ${at}`);
  const answers = await Promise.all(questions.map((question) => hub.invoke('ask', question)));
  assert.deepEqual(answers, questions.map((question) => `client said ${question}`));
});

test('gets null, numbers, objects and lists', async (after) => {
  const ticket = (seat) => members({ holderName: 'a', seat, price: 1, shade: 'RED', number: null, stamps: null, fees: null });
  const hub = await open(after, (question) => ({ null: null, number: 42, ticket: ticket(5) })[question]);
  hub.on('tickets', (count) => Array.from({ length: count }, (_, seat) => ticket(seat)));
  hub.on('finish', () => 'whatever');
  assert.equal(await hub.invoke('askTyped', 'null'), null);
  assert.equal(await hub.invoke('askNumber', 'number'), 42);
  assert.deepEqual(await hub.invoke('askTicket', 'ticket'), ticket(5));
  assert.deepEqual(await hub.invoke('askSeats', 3), [0, 1, 2]);
  assert.equal(await hub.invoke('finish'), null);
});

test('hears of an error at the client', async (after) => {
  const hub = await open(after, () => {
    throw new Error('the client failed');
  });
  assert.equal(await failure(hub.invoke('ask', 'x')), failed('ask', 'Error: the client failed'));
});

test('hears that the client has no answer', async (after) => {
  const without = await open(after);
  assert.equal(await failure(without.invoke('ask', 'x')), failed('ask', "Client didn't provide a result."));
  const silent = await open(after, () => {});
  assert.equal(await failure(silent.invoke('ask', 'x')), failed('ask', "Client didn't provide a result."));
  const twice = await open(after, () => 'one');
  twice.on('answer', () => 'two');
  assert.equal(await failure(twice.invoke('ask', 'x')), failed('ask', 'Client provided multiple results.'));
});

test('refuses an answer of the wrong type, and goes on', async (after) => {
  const hub = await open(after, (question) => question);
  assert.match(await failure(hub.invoke('askNumber', 'x')), /HubException: Error trying to deserialize result to Int/);
  assert.equal(await hub.invoke('ask', 'x'), 'client said x');
});

test('does not wait longer than it wants to', async (after) => {
  const hub = await open(after, never);
  assert.equal(await failure(hub.invoke('askQuickly', 'x')), failed('askQuickly', 'Invocation canceled by the server.'));
  assert.equal(await hub.invoke('echo', 'still there'), 'still there');
});

test('asks another client, also from outside the hub', async (after) => {
  const asking = await open(after);
  const { connectionId } = await open(after, (question) => `${question} answered`);
  for (const method of ['askClient', 'askFromOutside']) {
    assert.equal(await asking.invoke(method, connectionId, method), `client said ${method} answered`);
  }
  assert.equal(await asking.invoke('askTypedFromOutside', connectionId, 'typed'), 'typed answered');
});

test('tells that there is no such client', async (after) => {
  const hub = await open(after);
  for (const method of ['askClient', 'askFromOutside']) {
    assert.equal(await hub.invoke(method, 'unknown', 'x'), "ClientGoneException: Connection 'unknown' does not exist.");
  }
});

test('hears that the client has left before it answered', async (after) => {
  const asking = await open(after);
  let asked = false;
  const leaving = await open(after, () => {
    asked = true;
    return never();
  });
  const id = leaving.connectionId;
  const answer = asking.invoke('askClient', id, 'x');
  await until(() => asked, 'the question');
  await leaving.stop();
  assert.equal(await answer, `ClientGoneException: Connection '${id}' disconnected.`);
});

test('may not ask while the client connects', async (after) => {
  const name = fresh('early');
  const hub = await open(after, () => 'x', `${HUB}?ask=${name}`);
  assert.equal(await hub.invoke('fate', name), 'Client results inside OnConnectedAsync Hub methods are not allowed.');
});

test('tells clients through an interface', async (after) => {
  const [a, b] = [await open(after), await open(after)];
  const heard = [calls(a, 'told'), calls(b, 'told')];
  const text = fresh('text');
  await a.invoke('tellAll', text);
  await until(() => heard.every((texts) => texts.some(([told]) => told === text)), 'both hear');
});

await run();
