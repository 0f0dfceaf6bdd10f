// SPDX-License-Identifier: Apache-2.0
// What the example's site offers apart from SignalR, in Chromium.

import assert from 'node:assert/strict';
import { argument } from './lib/arguments.mjs';
import { Browser } from './lib/browser.mjs';
import { run, test } from './lib/report.mjs';

const base = argument('base');
const browser = await Browser.start(argument('browser'), argument('screenshots'));
const PAGES = ['chat.html', 'chatroom.html', 'count.html', 'events.html'];

test('the start page leads to every page', async (after) => {
  const site = await browser.open(after, `${base}/`);
  await site.picture('index');
  for (const name of PAGES) {
    await site.page.goto(`${base}/`);
    await site.page.locator(`main a[href^="${name}"]`).first().click();
    await site.page.waitForURL(`**/${name}*`);
    await site.state('Connected');
  }
});

test('events: the greeting comes at once, and what is sent', async (after) => {
  const page = await browser.open(after, `${base}/events.html`);
  await page.state('Connected');
  await page.line('messages', '自定义事件消息');
  await page.fill('message', 'ein Ereignis & mehr');
  await page.click('send');
  await page.line('messages', 'ein Ereignis & mehr');
  await page.picture('events');
});

test('events: what nobody heard waits for the next listener', async (after) => {
  const page = await browser.open(after, `${base}/events.html`);
  await page.line('messages', '自定义事件消息');
  await page.click('stop');
  await page.state('Disconnected');
  await page.fill('message', 'held back');
  await page.click('send');
  assert.equal(await page.count('messages', 'held back'), 0);
  await page.click('stop');
  await page.line('messages', 'held back');
});

test('the pages fit a telephone, in the dark too', async (after) => {
  for (const name of ['', ...PAGES]) {
    const viewport = { width: 390, height: 844 };
    const page = await browser.open(after, `${base}/${name}`, { viewport, colorScheme: 'dark' });
    const overflow = await page.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide`);
    await page.picture(`telephone-${name.replace('.html', '') || 'index'}`);
  }
});

test('without a choice the pages take WebSockets', async (after) => {
  const page = await browser.open(after, `${base}/chat.html`);
  await page.state('Connected');
  assert.equal(await page.text('transport'), 'WebSockets');
});

await run(() => browser.close());
