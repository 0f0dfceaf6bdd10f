// SPDX-License-Identifier: Apache-2.0
// The newest official client against the guarded chat room, by every transport: with tokens of the login, without, and with wrong ones.

import assert from 'node:assert/strict';
import { HttpTransportType } from '@microsoft/signalr';
import { argument } from './lib/arguments.mjs';
import { calls, failure, Hubs } from './lib/hub.mjs';
import { as, ask, token } from './lib/login.mjs';
import { run, test, until } from './lib/report.mjs';

const ROOM = '/hubs/chatroom';
const UNAUTHORIZED = "Unauthorized: Status code '401'";
const REFUSED = "Failed to invoke 'ClearHistory' because user is unauthorized";

const base = argument('base');
const good = await token(base, 'bob');
const [header, claims, signature] = good.split('.');
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

const WRONG = {
  'no token at all': 'nonsense',
  'a token without a signature': `${header}.${claims}.`,
  'a token that wants no signature': `${encoded({ alg: 'none' })}.${claims}.`,
  'a token of somebody else': `${header}.${encoded({ upn: 'alice', groups: ['user'], exp: 4102444800 })}.${signature}`,
};

test('login: a token for a name and its password', async () => {
  const answer = await ask(base, '{"user":"alice","password":"alice"}');
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const body = await answer.json();
  assert.deepEqual(Object.keys(body), ['token']);
  const said = JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url'));
  assert.equal(said.upn, 'alice');
  assert.deepEqual(said.groups.sort(), ['moderator', 'user']);
  assert.equal(said.exp - said.iat, 300);
});

test('login: nothing for anything else', async () => {
  for (const [status, body, type] of [
    [401, '{"user":"alice","password":"bob"}'],
    [401, '{"user":"carol","password":"carol"}'],
    [400, '{"user":"alice"}'],
    [400, '{"user":"alice","password":'],
    [400, ''],
    [415, '{"user":"alice","password":"alice"}', 'text/plain'],
  ]) {
    const answer = await ask(base, body, { 'Content-Type': type ?? 'application/json' });
    assert.equal(answer.status, status, body);
    assert.equal(status === 415 || (await answer.text()) === '', true, body);
  }
});

test('a token in the query is good too', async () => {
  const negotiated = await fetch(`${base}${ROOM}/negotiate?negotiateVersion=1&access_token=${good}`, { method: 'POST' });
  assert.equal(negotiated.status, 200);
});

test('without a negotiation a token is needed all the same', async (after) => {
  const hubs = new Hubs(base, 'WebSockets');
  const skip = { skipNegotiation: true, transport: HttpTransportType.WebSockets };
  const hub = await hubs.open(after, ROOM, { options: { ...skip, accessTokenFactory: () => good } });
  assert.match(await hub.invoke('GetConnectionId'), /^[A-Za-z0-9_-]{22}$/);
  await failure(hubs.build(after, ROOM, { options: skip }).start());
  await failure(hubs.build(after, ROOM, { options: { ...skip, accessTokenFactory: () => WRONG['no token at all'] } }).start());
});

for (const transport of ['WebSockets', 'ServerSentEvents', 'LongPolling']) {
  const hubs = new Hubs(base, transport);

  test(`${transport}: with a token the room is open`, async (after) => {
    const hub = await hubs.open(after, ROOM, as(base, 'bob'));
    assert.equal(await hub.invoke('GetConnectionId'), hub.connectionId);
  });

  test(`${transport}: without a token nobody comes in`, async (after) => {
    const reason = await failure(hubs.build(after, ROOM).start());
    assert.ok(reason.includes(UNAUTHORIZED), reason);
  });

  for (const [what, wrong] of Object.entries(WRONG)) {
    test(`${transport}: with ${what} nobody comes in`, async (after) => {
      const reason = await failure(hubs.build(after, ROOM, { options: { accessTokenFactory: () => wrong } }).start());
      assert.ok(reason.includes(UNAUTHORIZED), reason);
    });
  }

  test(`${transport}: moderators alone clear the history`, async (after) => {
    const [alice, bob] = [await hubs.open(after, ROOM, as(base, 'alice')), await hubs.open(after, ROOM, as(base, 'bob'))];
    const cleared = [calls(alice, 'HistoryCleared'), calls(bob, 'HistoryCleared')];
    await bob.invoke('SendPublicMessage', `to be cleared, by ${transport}`);
    assert.equal(await failure(bob.invoke('ClearHistory')), REFUSED);
    assert.ok((await bob.invoke('GetHistory')).length > 0);
    assert.deepEqual(cleared, [[], []]);
    await alice.invoke('ClearHistory');
    await until(() => cleared.every((times) => times.length === 1), 'both hear');
    assert.deepEqual(cleared, [[[]], [[]]]);
    assert.deepEqual(await bob.invoke('GetHistory'), []);
  });
}

await run();
