// SPDX-License-Identifier: Apache-2.0
// The chat room: a public room that remembers.

import { connected, particular, picture } from '../lib/pages.mjs';
import { test } from '../lib/report.mjs';

test('chat room: everybody reads what is said, later comers too', async (after) => {
  const [a, b] = [await connected(after, 'chatroom.html'), await connected(after, 'chatroom.html')];
  const text = `said over ${particular} at ${Date.now()}`;
  await a.fill('message', text);
  await a.click('send');
  await a.line('messages', text);
  await b.line('messages', text);
  const late = await connected(after, 'chatroom.html');
  await late.line('messages', text);
  await picture(a, 'chatroom');
});
