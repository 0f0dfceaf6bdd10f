// SPDX-License-Identifier: Apache-2.0
// The streaming page: numbers from the server until it ends or is stopped, words to the server.

import assert from 'node:assert/strict';
import { connected, numbers, picture } from '../lib/pages.mjs';
import { test, until } from '../lib/report.mjs';

/** Waits for the end of a stream that was stopped: the numbers from 0, some at least, and that it stopped. */
async function stopped(page, method) {
  await until(async () => (await page.messages(method)).at(-1) === 'stopped', `${method} stops`);
  const received = (await page.messages(method)).slice(0, -1);
  assert.ok(received.length > 0);
  assert.deepEqual(received, numbers(0, received.length - 1));
  return received.length;
}

/** Waits until a stream has completed; these are its items, after what the method sent before. */
async function counts(page, method, expected) {
  await until(async () => (await page.messages(method)).length > expected.length, `${method} completes`);
  assert.deepEqual(await page.messages(method), [...expected, 'completed']);
}

test('streaming: counters send their numbers, or none, and complete', async (after) => {
  const page = await connected(after, 'streaming.html');
  assert.equal(await page.isDisabled('stopstream'), true);
  await page.fill('count', '5');
  await page.fill('delay', '100');
  await page.click('counter');
  await page.fill('delay', '30');
  await page.click('delaycounter');
  await counts(page, 'Counter', numbers(0, 4));
  await counts(page, 'DelayCounter', numbers(0, 19));
  assert.equal(await page.isDisabled('stopstream'), true);
  await picture(page, 'streaming');
  await page.fill('count', '0');
  await page.click('counter');
  await counts(page, 'Counter', [...numbers(0, 4), 'completed']);
});

test('streaming: all streams stop, and another one can be had', async (after) => {
  const page = await connected(after, 'streaming.html');
  await page.fill('count', '10000');
  await page.fill('delay', '500');
  await page.click('counter');
  await page.click('delaycounter');
  await until(async () => (await page.messages('DelayCounter')).length > 1, 'numbers come');
  await page.click('stopstream');
  await stopped(page, 'DelayCounter');
  const received = await stopped(page, 'Counter');
  assert.equal(await page.isDisabled('stopstream'), true);
  await page.fill('count', '3');
  await page.fill('delay', '50');
  await page.click('counter');
  await until(async () => (await page.messages('Counter')).at(-1) === 'completed', 'the next one completes');
  assert.deepEqual((await page.messages('Counter')).slice(received), ['stopped', '0', '1', '2', 'completed']);
});

test('streaming: words arrive one by one and come back', async (after) => {
  const page = await connected(after, 'streaming.html');
  await page.fill('items', 'ein 自定义 drei <b>');
  await page.click('uploadstream');
  await page.line('messages', 'completed, 4 sent');
  assert.deepEqual(await page.messages('uploaded'), ['ein', '自定义', 'drei', '<b>']);
  await until(async () => !(await page.isDisabled('uploadstream')), 'another upload is possible');
});
