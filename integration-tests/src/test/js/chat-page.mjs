// SPDX-License-Identifier: Apache-2.0
// The example's chat page in two tabs of Chromium: what one says, both show.

import { browser, connected } from './lib/pages.mjs';
import { run, test } from './lib/report.mjs';

test('chat: what one page says, both show', async (after) => {
  const [a, b] = [await connected(after, 'chat.html'), await connected(after, 'chat.html')];
  await a.fill('message', 'hello from a');
  await a.click('broadcast');
  await a.line('messages', 'hello from a');
  await b.line('messages', 'hello from a');
  await b.fill('message', 'hello from b');
  await b.click('broadcast');
  await a.line('messages', 'hello from b');
});

await run(() => browser.close());
