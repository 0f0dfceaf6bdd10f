// SPDX-License-Identifier: Apache-2.0
// The newest official client over one transport, against the example's hubs.

import assert from 'node:assert/strict';
import { calls, closed, failure } from './lib/hub.mjs';
import { as } from './lib/login.mjs';
import { run, test, until } from './lib/report.mjs';
import { base, hubs, members, protocol, transport } from './lib/suite.mjs';

test('chat: everybody hears a broadcast, the caller alone an echo', async (after) => {
  const [a, b] = [await hubs.open(after, '/chat'), await hubs.open(after, '/chat')];
  const heard = [calls(a, 'receive'), calls(b, 'receive')];
  await a.invoke('Echo', 'quietly');
  await a.invoke('Broadcast', 'loudly');
  await until(() => heard[0].length >= 2 && heard[1].length >= 1, 'both hear');
  assert.deepEqual(heard, [[['quietly'], ['loudly']], [['loudly']]]);
});

test('chat: a panic is told without its text', async (after) => {
  const hub = await hubs.open(after, '/chat');
  assert.equal(await failure(hub.invoke('Panic')), "An unexpected error occurred invoking 'Panic' on the server.");
});

test('chat: a tuple comes at once, a map after four seconds', async (after) => {
  const hub = await hubs.open(after, '/chat');
  assert.deepEqual(await hub.invoke('RequestTuple', 'Äbc'), ['ÄBC', 'äbc', 3]);
  const started = Date.now();
  assert.deepEqual(await hub.invoke('RequestAsync', 'Abc'), { ToUpper: 'ABC', ToLower: 'abc', len: '3' });
  assert.ok(Date.now() - started > 3_500);
});

test('chat: Abort closes for good', async (after) => {
  const hub = await hubs.open(after, '/chat', { reconnect: true });
  const end = closed(hub);
  await hub.send('Abort');
  assert.equal(await end, undefined);
});

test('chat room: both paths are one room, which keeps its history', async (after) => {
  const a = await hubs.open(after, '/hubs/chatroom', as(base, 'bob'));
  const b = await hubs.open(after, '/Hubs/ChatRoom', as(base, 'alice'));
  const heard = [calls(a, 'ReceivePublicMessage'), calls(b, 'ReceivePublicMessage')];
  const text = `hello over ${transport} in ${protocol}: ${Date.now()}`;
  await a.invoke('SendPublicMessage', text);
  await until(() => heard.every((texts) => texts.length === 1), 'both hear');
  const line = heard[0][0][0];
  assert.ok(line.startsWith(`${a.connectionId}:`) && line.endsWith(`:${text}`), line);
  assert.deepEqual(heard[1], [[line]]);
  const history = await b.invoke('GetHistory');
  assert.equal(history.at(-1), line);
});

test('chat room: the history keeps the last 100 messages', async (after) => {
  const hub = await hubs.open(after, '/hubs/chatroom', as(base, 'bob'));
  for (let number = 0; number < 105; number += 1) {
    await hub.invoke('SendPublicMessage', `number ${number}`);
  }
  const history = await hub.invoke('GetHistory');
  assert.equal(history.length, 100);
  assert.ok(history[0].endsWith(':number 5') && history[99].endsWith(':number 104'));
});

test('count: submitting tells all, and who connects is told', async (after) => {
  const first = hubs.build(after, '/counthub');
  const heard = calls(first, 'someFunc');
  await first.start();
  await until(() => heard.length >= 1, 'who connects is told');
  assert.deepEqual(heard[0], [{}]);
  await hubs.open(after, '/counthub');
  await until(() => heard.some((parameters) => parameters.length === 0), 'the others are told');

  const answer = await fetch(`${base}/api/count`, { method: 'POST' });
  assert.equal(answer.status, 202);
  assert.equal((await answer.text()).trim(), '1');
  await until(() => heard.some(([parameter]) => parameter?.random === 'abcd'), 'everybody is told');
});

test('bench: answers and calls back as the load generator wants', async (after) => {
  const hub = await hubs.open(after, '/bench');
  const heard = calls(hub, 'Receive');
  assert.equal(await hub.invoke('Echo', 'x'), 'x');
  assert.deepEqual(await hub.invoke('EchoArgs', 'x', 1, members({ a: 2, b: [3, 4] })), members({ a: 2, b: [3, 4] }));
  await hub.invoke('SendToCaller', 'caller');
  await hub.invoke('Broadcast', 'all');
  await hub.invoke('BroadcastGroup', 'nobody');
  await hub.invoke('Join', 'g');
  await hub.invoke('BroadcastGroup', 'group');
  await until(() => heard.length >= 3, 'three messages');
  assert.deepEqual(heard, [['caller'], ['all'], ['group']]);
});

await run();
