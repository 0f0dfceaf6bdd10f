// SPDX-License-Identifier: Apache-2.0
// The example's pages in Chromium, over one transport: every button is clicked, and what arrives is read.

import assert from 'node:assert/strict';
import { argument } from './lib/arguments.mjs';
import { Browser } from './lib/browser.mjs';
import { CuttingProxy } from './lib/proxy.mjs';
import { run, test, until } from './lib/report.mjs';

const base = argument('base');
const transport = argument('transport');
const browser = await Browser.start(argument('browser'), argument('screenshots'));
const query = `?transport=${transport}`;

/** A page that has connected. */
async function connected(after, name, settings) {
  const page = await browser.open(after, `${settings?.base ?? base}/${name}${query}`, settings);
  await page.state('Connected');
  assert.equal(await page.text('transport'), transport);
  assert.match(await page.text('connectionid'), /^[A-Za-z0-9_-]{22}$/);
  return page;
}

test('chat: broadcast reaches everybody, echo the sender', async (after) => {
  const [a, b] = [await connected(after, 'chat.html'), await connected(after, 'chat.html')];
  await a.fill('message', 'only for me 自定义');
  await a.click('echo');
  await a.line('messages', 'only for me 自定义');
  await a.fill('message', 'for <b>all</b>');
  await a.click('broadcast');
  await a.line('messages', 'for <b>all</b>');
  await b.line('messages', 'for <b>all</b>');
  assert.equal(await b.count('messages', 'only for me'), 0);
});

test('chat: panic, tuple and map show their answers', async (after) => {
  const page = await connected(after, 'chat.html');
  await page.click('panic');
  await page.line('messages', "An unexpected error occurred invoking 'Panic' on the server.");
  await page.fill('message', 'Grüße');
  await page.click('requesttuple');
  await page.line('messages', '["GRÜSSE","grüße",5]');
  await page.click('requestasync');
  await page.line('messages', '"ToLower":"grüße"');
  await page.picture(`chat-${transport}`);
});

test('chat: stop closes, and the page can connect again', async (after) => {
  const page = await connected(after, 'chat.html');
  await page.click('stop');
  await page.state('Disconnected');
  await page.line('log', 'Closed');
  await page.click('stop');
  await page.state('Connected');
  await page.click('echo');
  await page.line('messages', 'Hello');
});

test('chat: abort closes for good', async (after) => {
  const page = await connected(after, 'chat.html');
  await page.click('abort');
  await page.state('Disconnected');
  await page.line('log', 'Closed');
  assert.equal(await page.count('log', 'Reconnecting'), 0);
  assert.equal(await page.page.locator('#echo').isDisabled(), true);
});

test('chat: a cut connection comes back and is in its group again', async (after) => {
  const proxy = new CuttingProxy(Number(new URL(base).port));
  const address = await proxy.start();
  after(() => proxy.stop());
  const page = await connected(after, 'chat.html', { base: address, complains: true });
  const other = await connected(after, 'chat.html');
  const before = await page.text('connectionid');
  assert.ok(proxy.cut() > 0);
  if (transport !== 'LongPolling') {
    // a poll that was cut is repeated by the browser itself: nobody notices
    await page.line('log', 'Reconnecting');
    await page.line('log', 'Reconnected');
    assert.notEqual(await page.text('connectionid'), before);
  }
  await page.state('Connected');
  await other.fill('message', 'are you back?');
  await other.click('broadcast');
  await page.line('messages', 'are you back?');
  await page.picture(`chat-reconnected-${transport}`);
});

test('chat room: everybody reads what is said, later comers too', async (after) => {
  const [a, b] = [await connected(after, 'chatroom.html'), await connected(after, 'chatroom.html')];
  const text = `said over ${transport} at ${Date.now()}`;
  await a.fill('message', text);
  await a.click('send');
  await a.line('messages', text);
  await b.line('messages', text);
  const late = await connected(after, 'chatroom.html');
  await late.line('messages', text);
  await a.picture(`chatroom-${transport}`);
});

test('count: submit counts to ten, twice', async (after) => {
  const page = await connected(after, 'count.html');
  const other = await connected(after, 'count.html');
  const seen = new Set();
  await page.page.exposeFunction('seen', (text) => seen.add(text));
  await page.page.evaluate(() => {
    const result = document.getElementById('result');
    new MutationObserver(() => window.seen(result.textContent)).observe(result, { childList: true, characterData: true, subtree: true });
  });
  await page.click('submit');
  await page.line('messages', '{"random":"abcd"}');
  await other.line('messages', '{"random":"abcd"}');
  await page.shows('result', 'Finished');
  await other.shows('result', 'Finished');
  await page.picture(`count-${transport}`);
  for (let number = 0; number <= 10; number += 1) {
    assert.ok(seen.has(String(number)), `${number} is among ${[...seen]}`);
  }
  await until(async () => !(await page.page.locator('#submit').isDisabled()), 'another submit is possible');
  await page.click('submit');
  await page.shows('result', /^[0-3]$/);
});

await run(() => browser.close());
