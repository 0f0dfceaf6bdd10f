// SPDX-License-Identifier: Apache-2.0
// How connections end before their clients want it, over one transport: expired, refreshed in time, or closed from outside.

import assert from 'node:assert/strict';
import { credentials } from './lib/callers.mjs';
import { failure, start } from './lib/hub.mjs';
import { run, test, until } from './lib/report.mjs';
import { base, fresh, hubs, transport } from './lib/suite.mjs';

const post = async (path) => {
  const { status } = await fetch(`${base}/api/${path}`, { method: 'POST' });
  assert.equal(status, 204);
};

/** A connection of a user that nobody else is, which reconnects if it may; `back` counts that. */
async function open(after, path, user, { reconnect = true, ...settings } = {}) {
  const hub = hubs.build(after, path, { reconnect, options: credentials(user, settings) });
  const seen = { back: 0, ends: [] };
  hub.onreconnected(() => (seen.back += 1));
  hub.onclose((error) => seen.ends.push(error?.message ?? 'closed'));
  await start(hub);
  return { hub, seen };
}

// ---- expiry

test('a connection ends with its token, and its client may come back', async (after) => {
  const user = fresh('expires');
  const { hub, seen } = await open(after, '/refreshing', user, { seconds: 4 });
  const first = await hub.invoke('whoAmI');
  assert.equal(first, `${user} []`);
  await until(() => seen.back > 0, 'the client has come back', 15_000);
  assert.equal(await hub.invoke('whoAmI'), first);
});

test('without a way back the client is told no error', async (after) => {
  const { seen } = await open(after, '/refreshing', fresh('expires'), { seconds: 3, reconnect: false });
  await until(() => seen.ends.length > 0, 'the end', 15_000);
  // an event stream that has ended, and a poll that comes too late, are errors to the client
  if (transport === 'WebSockets') {
    assert.deepEqual(seen.ends, ['closed']);
  }
});

// ---- closed from outside

/** Opens a connection of a user and does something to it; the client comes back, or not. */
async function leaves(after, deed, comesBack) {
  const user = fresh('leaves');
  const [{ hub, seen }, other] = [await open(after, '/open', user), await open(after, '/open', fresh('stays'))];
  const group = fresh('group');
  await hub.invoke('join', group);
  await deed({ id: await hub.invoke('connection'), user, group });
  if (comesBack) {
    await until(() => seen.back > 0, 'the client has come back');
    assert.equal(await hub.invoke('whoAmI'), `${user} []`);
  } else {
    await until(() => seen.ends.length > 0, 'the end');
    assert.deepEqual(seen, { back: 0, ends: ['closed'] });
  }
  await until(async () => (await other.hub.invoke('ends', user)) === 1, 'the hub knows of the end');
  assert.match(await other.hub.invoke('whoAmI'), /^stays/);
  assert.deepEqual(other.seen, { back: 0, ends: [] });
}

for (const [reconnect, comesBack] of [['ALLOWED', true], ['FORBIDDEN', false]]) {
  test(`one connection is closed, reconnecting ${reconnect}`, (after) =>
    leaves(after, ({ id }) => post(`connections/${id}/${reconnect}`), comesBack));

  test(`all connections of a user are closed, reconnecting ${reconnect}`, (after) =>
    leaves(after, ({ user }) => post(`users/${user}/${reconnect}`), comesBack));

  test(`all connections of a group are closed, reconnecting ${reconnect}`, (after) =>
    leaves(after, ({ group }) => post(`groups/${group}/${reconnect}`), comesBack));
}

test('nobody is closed where there is nobody', async () => {
  await post(`connections/${fresh('nobody')}/FORBIDDEN`);
  await post(`users/${fresh('nobody')}/FORBIDDEN`);
  await post(`groups/${fresh('nobody')}/FORBIDDEN`);
});

test('roles that are taken away count from then on', async (after) => {
  const user = fresh('demoted');
  const roles = ['user', 'moderator'];
  const [opened, guarded] = [await open(after, '/open', user, { roles }), await open(after, '/guarded', user, { roles })];
  assert.equal(await opened.hub.invoke('moderate'), 'moderated');
  await post(`roles/${user}/user`);
  const refused = "Failed to invoke 'moderate' because user is unauthorized";
  assert.equal(await failure(opened.hub.invoke('moderate')), refused);
  assert.equal(await failure(guarded.hub.invoke('moderate')), refused);
  assert.equal(await guarded.hub.invoke('whoAmI'), `${user} [user]`);
  await post(`roles/${user}/-`);
  await until(() => guarded.seen.ends.length > 0, 'the hub is for users only');
  assert.deepEqual(guarded.seen, { back: 0, ends: ['closed'] });
  assert.equal(await opened.hub.invoke('whoAmI'), `${user} []`);
});

await run();
