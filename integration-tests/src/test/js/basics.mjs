// SPDX-License-Identifier: Apache-2.0
// The basics with one of the official clients, old ones too, over one transport.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as newest from '@microsoft/signalr';
import { argument } from './lib/arguments.mjs';
import { closed, failure, start } from './lib/hub.mjs';
import { run, test, until } from './lib/report.mjs';

const signalR = createRequire(import.meta.url)(argument('client'));
const transport = signalR.HttpTransportType[argument('transport')];

/** A started connection, stopped when the test ends. */
async function open(after, path = '/it/suite') {
  const hub = new signalR.HubConnectionBuilder()
    .withUrl(argument('base') + path, { transport })
    .configureLogging(signalR.LogLevel.None)
    .build();
  after(() => hub.stop());
  await start(hub);
  return hub;
}

test('is the version that was asked for', async () => {
  assert.equal(signalR.VERSION, argument('version'));
});

test('calls and is answered', async (after) => {
  const hub = await open(after);
  assert.equal(await hub.invoke('echo', 'äß€ 😀'), 'äß€ 😀');
  assert.equal(await hub.invoke('transport'), argument('transport'));
  assert.equal(await failure(hub.invoke('fail')), "An unexpected error occurred invoking 'fail' on the server.");
});

test('receives and sends', async (after) => {
  const [a, b] = [await open(after), await open(after)];
  const heard = [];
  b.on('receive', (text) => heard.push(text));
  await a.send('sendTo', 'client', [await b.invoke('whoAmI')], 'to b');
  await until(() => heard.length === 1, 'the message');
  assert.deepEqual(heard, ['to b']);
});

test('receives 200 messages in order', async (after) => {
  const hub = await open(after);
  const numbers = [];
  hub.on('number', (number) => numbers.push(number));
  await hub.invoke('numbers', 200);
  await until(() => numbers.length === 200, '200 messages');
  assert.deepEqual(numbers, Array.from({ length: 200 }, (_, at) => at));
});

test('is closed by the hub', async (after) => {
  const hub = await open(after);
  const end = closed(hub);
  await hub.send('abort');
  await end; // old clients may take the end of an event stream for an error before they have read why it ends
});

test('stops', async (after) => {
  // this hub soon misses who is silent: old clients end an event stream without a word
  const leaving = await open(after, '/it/hasty');
  const staying = new newest.HubConnectionBuilder().withUrl(`${argument('base')}/it/hasty`).build();
  staying.keepAliveIntervalInMilliseconds = 500;
  after(() => staying.stop());
  await start(staying);
  assert.equal(await staying.invoke('hastyOnes'), 2);
  await leaving.stop();
  await until(async () => (await staying.invoke('hastyOnes')) === 1, 'the hub knows of the end');
});

await run();
