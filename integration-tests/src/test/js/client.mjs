// SPDX-License-Identifier: Apache-2.0
// The newest official client over one transport and in one protocol, against the suites' hub.

import assert from 'node:assert/strict';
import { calls, closed, expectRefusal, failure, refusal } from './lib/hub.mjs';
import { CuttingProxy } from './lib/proxy.mjs';
import { run, test, until } from './lib/report.mjs';
import { base, fresh, hubs, members, transport } from './lib/suite.mjs';

const HUB = '/it/suite';

test('answers a call', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(await hub.invoke('echo', 'hello'), 'hello');
  assert.equal(await hub.invoke('ADD', 2, 3), 5);
});

test('uses the transport that was asked for', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(await hub.invoke('transport'), transport);
});

test('tells the connection id that negotiate told', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.match(hub.connectionId, /^[A-Za-z0-9_-]{22}$/);
  assert.equal(await hub.invoke('whoAmI'), hub.connectionId);
});

test('keeps every character', async (after) => {
  const hub = await hubs.open(after, HUB);
  const text = 'äß€ 自定义 😀 "\\/\n\r\t\u0000\u0001\u001e\u2028\u2029<>&\'+';
  assert.equal(await hub.invoke('echo', text), text);
  assert.equal(await hub.invoke('echo', ''), '');
});

test('keeps objects, lists and maps', async (after) => {
  const hub = await hubs.open(after, HUB);
  const part = { givenName: null, weight: -1, parts: [] };
  const parcel = members({ givenName: 'a', weight: 9007199254740991, parts: [part] });
  assert.deepEqual(await hub.invoke('echoParcel', parcel), parcel);
  const absent = members({ givenName: 'b', weight: 0, parts: null });
  assert.deepEqual(await hub.invoke('echoParcel', { GivenName: 'b' }), absent);
  assert.deepEqual(await hub.invoke('doubled', { one: 1, Two: 2 }), { one: 2, Two: 4 });
});

test('completes a void call and a null answer with null', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(await hub.invoke('nothing', 'x'), null);
  assert.equal(await hub.invoke('none'), null);
});

test('tells an unknown method', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(
    await failure(hub.invoke('nope')),
    "Failed to invoke 'nope' due to an error on the server. HubException: Method does not exist.",
  );
  assert.equal(await hub.invoke('echo', 'still there'), 'still there');
});

test('refuses wrong arguments without telling details', async (after) => {
  const hub = await hubs.open(after, HUB);
  const refusal = "Failed to invoke 'add' due to an error on the server.";
  assert.equal(await failure(hub.invoke('add', 1)), refusal);
  assert.equal(await failure(hub.invoke('add', 1, 2, 3)), refusal);
  assert.equal(await failure(hub.invoke('add', 1, 'two')), refusal);
  assert.equal(await hub.invoke('add', 1, 2), 3);
});

test('tells the text of a HubException and hides that of another exception', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(
    await failure(hub.invoke('tell', 'for clients')),
    "An unexpected error occurred invoking 'tell' on the server. HubException: for clients",
  );
  assert.equal(await failure(hub.invoke('fail')), "An unexpected error occurred invoking 'fail' on the server.");
  assert.equal(
    await failure(hub.invoke('failLater')),
    "An unexpected error occurred invoking 'failLater' on the server. HubException: later",
  );
});

test('hands over query and headers', async (after) => {
  const hub = await hubs.open(after, `${HUB}?colour=dark%20blue`, { options: { headers: { 'X-Suite': 'yes' } } });
  assert.equal(await hub.invoke('query', 'colour'), 'dark blue');
  if (transport !== 'ServerSentEvents') {
    // the client of Node cannot set headers on an event stream
    assert.equal(await hub.invoke('header', 'x-suite'), 'yes');
  }
});

test('delivers 1000 messages of the server in order', async (after) => {
  const hub = await hubs.open(after, HUB);
  const numbers = calls(hub, 'number');
  await hub.invoke('numbers', 1000);
  await until(() => numbers.length >= 1000, '1000 messages');
  assert.deepEqual(numbers, Array.from({ length: 1000 }, (_, at) => [at]));
});

test('starts 300 calls of one client in order', async (after) => {
  const hub = await hubs.open(after, HUB);
  const counts = await Promise.all(Array.from({ length: 300 }, () => hub.invoke('count')));
  assert.deepEqual(counts, Array.from({ length: 300 }, (_, at) => at + 1));
});

test('runs the calls of one client one after another, and those of others meanwhile', async (after) => {
  const waiting = await hubs.open(after, HUB);
  const other = await hubs.open(after, HUB);
  const gate = fresh('gate');
  const order = [];
  const first = waiting.invoke('pass', gate).then((answer) => order.push(answer));
  const second = waiting.invoke('echo', 'after').then((answer) => order.push(answer));
  assert.equal(await other.invoke('echo', 'meanwhile'), 'meanwhile');
  await until(async () => (await other.invoke('open', gate)) === 1, 'the first call waits at the gate');
  await Promise.all([first, second]);
  assert.deepEqual(order, [`passed ${gate}`, 'after']);
});

test('sends to a group, to its members only', async (after) => {
  const [inside, outside] = [await hubs.open(after, HUB), await hubs.open(after, HUB)];
  const [heard, overheard] = [calls(inside, 'receive'), calls(outside, 'receive')];
  const group = fresh('group');
  await inside.invoke('join', group);
  await outside.invoke('sendTo', 'group', [group], 'one');
  await until(() => heard.length === 1, 'the member hears');
  await inside.invoke('leave', group);
  await outside.invoke('sendTo', 'group', [group], 'two');
  await outside.invoke('sendTo', 'clients', [inside.connectionId, outside.connectionId], 'last');
  await until(() => heard.length === 2 && overheard.length === 1, 'both hear the last message');
  assert.deepEqual(heard, [['one'], ['last']]);
  assert.deepEqual(overheard, [['last']]);
});

test('addresses clients by every selector', async (after) => {
  const [group, second] = [fresh('group'), fresh('group')];
  const [ann, bob] = [fresh('user'), fresh('user')];
  const a = await hubs.open(after, `${HUB}?group=${group}&user=${ann}`);
  const b = await hubs.open(after, `${HUB}?group=${group}&user=${bob}`);
  const c = await hubs.open(after, HUB);
  const heard = [a, b, c].map((hub) => calls(hub, 'receive'));
  await b.invoke('join', second);
  const send = (selector, targets) => c.invoke('sendTo', selector, targets, selector);

  await c.invoke('sendTo', 'caller', [], 'caller');
  await send('client', [a.connectionId]);
  await send('clients', [a.connectionId, b.connectionId]);
  await send('groups', [group, second]);
  await send('groupExcept', [group, a.connectionId]);
  await send('user', [ann]);
  await send('users', [ann, bob]);
  await a.invoke('sendTo', 'othersInGroup', [group], 'othersInGroup');
  await a.invoke('sendTo', 'clients', [a, b, c].map((hub) => hub.connectionId), 'end');

  const until3 = () => heard.every((texts) => texts.some(([text]) => text === 'end'));
  await until(until3, 'all hear the end');
  assert.deepEqual(heard.map((texts) => texts.map(([text]) => text)), [
    ['client', 'clients', 'groups', 'user', 'users', 'end'],
    ['clients', 'groups', 'groups', 'groupExcept', 'users', 'othersInGroup', 'end'],
    ['caller', 'end'],
  ]);
});

test('addresses all, all but some, and others', async (after) => {
  const [a, b] = [await hubs.open(after, HUB), await hubs.open(after, HUB)];
  const heard = [calls(a, 'receive'), calls(b, 'receive')];
  await a.invoke('sendTo', 'all', [], 'all');
  await a.invoke('sendTo', 'allExcept', [b.connectionId], 'allExcept');
  await a.invoke('sendTo', 'others', [], 'others');
  await until(() => heard.every((texts) => texts.length === 2), 'both hear two messages');
  assert.deepEqual(heard, [[['all'], ['allExcept']], [['all'], ['others']]]);
});

test('sends to nobody without complaint', async (after) => {
  const hub = await hubs.open(after, HUB);
  for (const selector of ['client', 'clients', 'group', 'groups', 'groupExcept', 'user', 'users', 'othersInGroup']) {
    assert.equal(await hub.invoke('sendTo', selector, [fresh('nobody')], 'x'), null);
  }
});

test('ends for good when the hub aborts', async (after) => {
  const hub = await hubs.open(after, HUB, { reconnect: true });
  let reconnecting = 0;
  hub.onreconnecting(() => (reconnecting += 1));
  const end = closed(hub);
  const call = failure(hub.invoke('abort'));
  assert.equal(await end, undefined);
  assert.equal(reconnecting, 0);
  assert.match(await call, /closed|Invocation canceled/);
});

test('tells why the hub refused the connection', async (after) => {
  const told = /Connection closed with an error\. HubException: refused as asked/;
  expectRefusal(await refusal(hubs.build(after, `${HUB}?refuse=1`)), told, transport);
});

test('takes a message just within the limit and closes over it', async (after) => {
  const hub = await hubs.open(after, HUB);
  const most = 'x'.repeat(32_768 - 100);
  assert.equal(await hub.invoke('echo', most), most);
  const end = closed(hub);
  const call = failure(hub.invoke('echo', 'x'.repeat(32_768)));
  assert.equal((await end).message, 'Server returned an error on close: Connection closed with an error.');
  await call;
});

test('answers with more than the limit of what is received', async (after) => {
  const hub = await hubs.open(after, HUB);
  const text = '€'.repeat(10_000);
  const heard = calls(hub, 'receive');
  const answers = await Promise.all(Array.from({ length: 20 }, () => hub.invoke('echo', text)));
  assert.ok(answers.every((answer) => answer === text));
  await hub.invoke('sendTo', 'caller', [], text);
  await until(() => heard.length === 1, 'the message');
  assert.deepEqual(heard, [[text]]);
});

test('forgets who has stopped', async (after) => {
  const [leaving, staying] = [await hubs.open(after, HUB), await hubs.open(after, HUB)];
  const id = leaving.connectionId;
  assert.ok((await staying.invoke('present')).includes(id));
  await leaving.stop();
  await until(async () => !(await staying.invoke('present')).includes(id), 'the hub knows of the end');
});

test('can be stopped and started again', async (after) => {
  const hub = await hubs.open(after, HUB);
  const first = await hub.invoke('whoAmI');
  await hub.stop();
  await hub.start();
  assert.notEqual(await hub.invoke('whoAmI'), first);
});

test('comes back by itself after a cut, and is in its group again', async (after) => {
  const proxy = new CuttingProxy(Number(new URL(base).port));
  const address = await proxy.start();
  after(() => proxy.stop());
  const group = fresh('group');
  const cut = await hubs.open(after, `${HUB}?group=${group}`, { base: address, reconnect: true });
  const heard = calls(cut, 'receive');
  const other = await hubs.open(after, HUB);
  const before = cut.connectionId;
  const back = new Promise((resolve) => cut.onreconnected(resolve));

  assert.ok(proxy.cut() > 0);
  const id = await back;
  assert.notEqual(id, before);
  // the handshake is answered before the hub puts the connection into its group; a call is not
  assert.equal(await cut.invoke('echo', 'x'), 'x');
  await other.invoke('sendTo', 'group', [group], 'again');
  await until(() => heard.length > 0, 'the group reaches it again');
  assert.deepEqual(heard, [['again']]);
  await until(async () => !(await other.invoke('present')).includes(before), 'the old connection is forgotten');
});

if (transport === 'WebSockets') {
  test('needs no negotiation', async (after) => {
    const hub = await hubs.open(after, HUB, { options: { skipNegotiation: true } });
    assert.equal(hub.connectionId, null);
    assert.equal(await hub.invoke('echo', 'direct'), 'direct');
    assert.match(await hub.invoke('whoAmI'), /^[A-Za-z0-9_-]{22}$/);
  });
}

await run();
