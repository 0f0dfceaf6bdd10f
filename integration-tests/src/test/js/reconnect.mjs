// SPDX-License-Identifier: Apache-2.0
// The newest official client with stateful reconnect, behind a proxy that cuts its TCP connection again and again.

import assert from 'node:assert/strict';
import * as signalR from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { argument } from './lib/arguments.mjs';
import { calls, outcome } from './lib/hub.mjs';
import { CuttingProxy } from './lib/proxy.mjs';
import { run, test, until } from './lib/report.mjs';

const port = Number(new URL(argument('base')).port);
const CUTS = 20;
const numbers = (count) => Array.from({ length: count }, (_, number) => number);
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** A started connection through a proxy, both ended with the test; `ends` tells what the client noticed of cuts. */
async function open(after, protocol) {
  const proxy = new CuttingProxy(port);
  const address = await proxy.start();
  after(() => proxy.stop());
  const hub = new signalR.HubConnectionBuilder()
    .withUrl(`${address}/it/returning`)
    .withHubProtocol(protocol === 'messagepack' ? new MessagePackHubProtocol() : new signalR.JsonHubProtocol())
    .configureLogging(signalR.LogLevel.None)
    .withStatefulReconnect()
    .build();
  const ends = [];
  hub.onclose((error) => ends.push(error?.message ?? 'closed'));
  after(() => hub.stop());
  await hub.start();
  return { hub, proxy, ends, id: hub.connectionId };
}

/** Cuts, and waits until the client is back: it tries once only, so that a cut of its return would end it. */
async function cut({ hub, proxy, ends }) {
  assert.ok(proxy.cut() > 0);
  await hub.invoke('echo', 'back');
  assert.deepEqual(ends, []);
}

async function assertOneLife({ hub, ends, id }) {
  assert.deepEqual(ends, []);
  assert.equal(hub.connectionId, id);
  assert.equal(await hub.invoke('connection'), id);
  assert.deepEqual(await hub.invoke('events', id), [`connected ${id}`]);
}

for (const protocol of argument('protocols').split(',')) {
  test(`${protocol}: loses, doubles and reorders no call`, async (after) => {
    const connection = await open(after, protocol);
    const answers = [];
    for (let round = 0; round < CUTS; round += 1) {
      for (let i = 0; i < 10; i += 1) {
        answers.push(connection.hub.invoke('note', answers.length));
      }
      await pause(round % 3);
      await cut(connection);
    }
    assert.deepEqual(await Promise.all(answers), numbers(CUTS * 10).map((number) => number + 1));
    assert.deepEqual(await connection.hub.invoke('notes'), numbers(CUTS * 10));
    await assertOneLife(connection);
  });

  test(`${protocol}: answers a call that was running`, async (after) => {
    const connection = await open(after, protocol);
    const answer = connection.hub.invoke('later', 'done', 300);
    await cut(connection);
    assert.equal(await answer, 'done');
    await assertOneLife(connection);
  });

  test(`${protocol}: loses, doubles and reorders no broadcast`, async (after) => {
    const connection = await open(after, protocol);
    const other = await open(after, protocol);
    const told = calls(connection.hub, 'told');
    for (let round = 0; round < CUTS; round += 1) {
      await other.hub.send('tellAll', round * 50, 50);
      await pause(round % 5);
      await cut(connection);
    }
    await until(() => told.length >= CUTS * 50, 'all broadcasts');
    assert.deepEqual(told.map(([number]) => number), numbers(CUTS * 50));
    await assertOneLife(connection);
  });

  test(`${protocol}: loses, doubles and reorders no item of a stream`, async (after) => {
    const connection = await open(after, protocol);
    const size = 2000;
    const stream = outcome(connection.hub.stream('count', 2000, size));
    for (let round = 0; round < CUTS; round += 1) {
      await pause(round % 7);
      await cut(connection);
    }
    const { items, error } = await stream;
    assert.equal(error, undefined);
    assert.deepEqual(items.map((item) => Number(item.slice(0, -size))), numbers(2000));
    await assertOneLife(connection);
  });

  test(`${protocol}: ends when the client stops`, async (after) => {
    const connection = await open(after, protocol);
    const other = await open(after, protocol);
    await connection.hub.stop();
    await until(async () => (await other.hub.invoke('events', connection.id)).length === 2, 'the end', 2000);
  });
}

await run();
