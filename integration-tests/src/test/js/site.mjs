// SPDX-License-Identifier: Apache-2.0
// What the example's site offers apart from SignalR, and the choices that its addresses make, in Chromium.

import assert from 'node:assert/strict';
import { argument } from './lib/arguments.mjs';
import { Browser } from './lib/browser.mjs';
import { run, test } from './lib/report.mjs';

const base = argument('base');
const browser = await Browser.start(argument('browser'), argument('screenshots'));
const PAGES = ['chat.html', 'chatroom.html', 'count.html', 'streaming.html', 'events.html'];

/** Waits until the page has connected, which takes a login in the chat room. */
async function connects(page, name) {
  if (name === 'chatroom.html') {
    await page.logIn('alice');
  }
  await page.state('Connected');
}

test('the start page leads to every page', async (after) => {
  const site = await browser.open(after, `${base}/`);
  await site.picture('index');
  for (const name of PAGES) {
    await site.page.goto(`${base}/`);
    await site.page.locator(`main a[href^="${name}"]`).first().click();
    await site.page.waitForURL(`**/${name}*`);
    await connects(site, name);
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
    if (name === 'chatroom.html') {
      await page.picture('telephone-login');
      await connects(page, name);
    }
    const overflow = await page.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide`);
    await page.picture(`telephone-${name.replace('.html', '') || 'index'}`);
  }
});

/** Waits until the page has connected by the transport, speaking the protocol. */
async function speaks(page, transport, protocol) {
  await page.state('Connected');
  assert.equal(await page.text('transport'), transport);
  assert.equal(await page.text('protocol'), protocol);
}

/** Ends the connection before the page is left: a request that leaving breaks off would be complained about. */
async function disconnect(page) {
  await page.click('stop');
  await page.state('Disconnected');
}

test('without a choice the pages take WebSockets and JSON', async (after) => {
  await speaks(await browser.open(after, `${base}/chat.html`), 'WebSockets', 'JSON');
});

test('Server-Sent Events and MessagePack: the page says that it takes another transport', async (after) => {
  const page = await browser.open(after, `${base}/streaming.html?transport=ServerSentEvents&protocol=messagepack`);
  await page.line('log', 'Server-Sent Events carry text only: connecting by the best other transport');
  await speaks(page, 'WebSockets', 'MessagePack');
});

test('a link cannot send the token of a user elsewhere', async (after) => {
  for (const server of ['http://elsewhere.example', 'http://localhost.elsewhere.example', 'http://localhost:1@elsewhere.example']) {
    const page = await browser.open(after, `${base}/chatroom.html?server=${encodeURIComponent(server)}`);
    await page.line('log', `There is no server ${server}`);
  }
});

test('the start page offers transports and protocols', async (after) => {
  const page = await browser.open(after, `${base}/`);
  for (const [link, transport, protocol] of [
    ['Chat by WebSockets', 'WebSockets', 'JSON'],
    ['Chat by Server-Sent Events', 'ServerSentEvents', 'JSON'],
    ['Chat by long polling', 'LongPolling', 'JSON'],
    ['Chat in MessagePack', 'WebSockets', 'MessagePack'],
    ['Chat in MessagePack by long polling', 'LongPolling', 'MessagePack'],
  ]) {
    await page.page.goto(`${base}/`);
    await page.page.getByRole('link', { name: link, exact: true }).click();
    await speaks(page, transport, protocol);
    await disconnect(page);
  }
});

test('a choice is made on a page, and kept on the way to others', async (after) => {
  const page = await browser.open(after, `${base}/chat.html`);
  await page.page.getByRole('link', { name: 'Long polling', exact: true }).click();
  await speaks(page, 'LongPolling', 'JSON');
  await disconnect(page);
  await page.page.getByRole('link', { name: 'MessagePack', exact: true }).click();
  await speaks(page, 'LongPolling', 'MessagePack');
  await disconnect(page);
  await page.page.getByRole('link', { name: 'Streaming', exact: true }).click();
  await page.page.waitForURL('**/streaming.html?*');
  await speaks(page, 'LongPolling', 'MessagePack');
});

// one after another: what is sent on one events page goes to whoever listens
await run(() => browser.close());
