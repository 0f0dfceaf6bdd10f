// SPDX-License-Identifier: Apache-2.0
// The chat room: users log in, read each other, and moderators clear what was said.

import assert from 'node:assert/strict';
import { chatRoom, loggedIn, otherOrigin, particular, picture } from '../lib/pages.mjs';
import { test } from '../lib/report.mjs';

async function say(page, what) {
  const text = `${what} over ${particular} at ${Date.now()}`;
  await page.fill('message', text);
  await page.click('send');
  return text;
}

test('chat room: a wrong password lets nobody in', async (after) => {
  const page = await chatRoom(after, { complains: true });
  await page.logIn('alice', 'bob');
  await page.shows('notice', 'Wrong name or password');
  await page.state('Disconnected');
  assert.equal(await page.isDisabled('stop'), true);
});

// one test, since clearing the room would take from others what they look for
test('chat room: users read what is said, and moderators clear it', async (after) => {
  const [alice, bob] = [await loggedIn(after, 'alice'), await loggedIn(after, 'bob', otherOrigin())];
  const texts = [await say(alice, 'said'), await say(bob, 'answered')];
  for (const text of texts) {
    await alice.line('messages', text);
    await bob.line('messages', text);
  }
  assert.equal(await bob.page.locator('#messages > li.mine').filter({ hasText: texts[1] }).count(), 1);

  const late = await loggedIn(after, 'bob');
  await late.line('messages', texts[0]);
  await late.line('messages', texts[1]);
  await picture(alice, 'chatroom');

  await bob.click('clear');
  await bob.shows('notice', "Failed to invoke 'ClearHistory' because user is unauthorized");
  await bob.state('Connected');
  const still = await say(bob, 'still here');
  await alice.line('messages', still);
  await picture(bob, 'chatroom-refused');

  await alice.click('clear');
  for (const page of [alice, bob, late]) {
    await page.line('log', 'The history has been cleared');
    assert.equal(await page.count('messages', still), 0);
  }
  assert.equal(await alice.text('notice'), '');
});

test('chat room: after logging out another user can log in', async (after) => {
  const page = await loggedIn(after, 'bob');
  await page.click('logout');
  await page.state('Disconnected');
  await page.logIn('alice');
  await page.state('Connected');
  await page.shows('who', 'alice');
});
