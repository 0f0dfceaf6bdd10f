// SPDX-License-Identifier: Apache-2.0
// The chat page: calls, answers, streams, and connections that end or break.

import assert from 'node:assert/strict';
import { connected, cuttable, numbers, picture, transport } from '../lib/pages.mjs';
import { test, until } from '../lib/report.mjs';

/** What an upload makes the server say; other tests broadcast meanwhile. */
const UPLOAD = /^(f|u1|u2): |^Finished$/;

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
  await page.line('messages', '{"ToUpper":"GRÜSSE","ToLower":"grüße","len":"5"}');
  await picture(page, 'chat');
});

test('chat: stream tells the time until it is stopped', async (after) => {
  const page = await connected(after, 'chat.html');
  assert.equal(await page.isDisabled('stopstream'), true);
  await page.click('stream');
  await until(async () => (await page.messages('DateStream')).length >= 2, 'two dates');
  await page.click('stopstream');
  assert.equal(await page.isDisabled('stopstream'), true);
  const dates = await page.messages('DateStream');
  assert.equal(dates.pop(), 'stopped');
  dates.forEach((date) => assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));
});

/** Waits until all numbers of an upload have been told, and asserts that each was once, and in order. */
async function uploaded(page) {
  await page.line('messages', 'Finished');
  const told = (await page.messages('receive')).filter((text) => UPLOAD.test(text));
  const of = (stream) => told.filter((text) => text.startsWith(stream));
  assert.deepEqual(of('u1'), numbers(1, 5).map((number) => `u1: ${number}`));
  assert.deepEqual(of('u2'), numbers(1, 5).map((number) => `u2: ${number}`));
  assert.equal(told.length, 12);
  assert.deepEqual([told.at(0), told.at(-1)], ['f: 3', 'Finished']);
}

test('chat: upstream sends two streams, and is told of each number', async (after) => {
  const [page, other] = [await connected(after, 'chat.html'), await connected(after, 'chat.html')];
  await page.click('upstream');
  await uploaded(page);
  assert.equal(await other.count('messages', 'Finished'), 0);
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
  assert.equal(await page.isDisabled('echo'), true);
});

test('chat: a cut connection comes back and is in its group again', async (after) => {
  const { cut, settings } = await cuttable(after);
  const page = await connected(after, 'chat.html', settings);
  const other = await connected(after, 'chat.html');
  const before = await page.text('connectionid');
  cut();
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
  await picture(page, 'chat-reconnected');
});

if (transport === 'WebSockets') {
  test('chat: a cut connection that resumes stays the same, and its streams go on', async (after) => {
    const { cut, settings } = await cuttable(after);
    const page = await connected(after, 'chat.html', { ...settings, extra: '&reconnect=stateful' });
    const before = await page.text('connectionid');
    await page.click('upstream');
    await page.line('messages', 'u1: 2');
    cut();
    await uploaded(page);
    await page.click('echo');
    await page.line('messages', 'Hello');
    assert.equal(await page.text('connectionid'), before);
    assert.equal(await page.count('log', 'Reconnect'), 0);
    assert.equal(await page.count('log', 'Connected'), 1);
  });
}
