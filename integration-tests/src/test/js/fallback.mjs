// SPDX-License-Identifier: Apache-2.0
// The newest official client, left to choose its transport, behind proxies that refuse some.

import assert from 'node:assert/strict';
import * as signalR from '@microsoft/signalr';
import { argument } from './lib/arguments.mjs';
import { calls } from './lib/hub.mjs';
import { RefusingProxy } from './lib/proxy.mjs';
import { run, test, until } from './lib/report.mjs';

const port = Number(new URL(argument('base')).port);

/** A started connection through a proxy, both ended with the test. */
async function open(after, refusals) {
  const proxy = new RefusingProxy(port, refusals);
  const address = await proxy.start();
  after(() => proxy.stop());
  const hub = new signalR.HubConnectionBuilder()
    .withUrl(`${address}/it/suite`)
    .configureLogging(signalR.LogLevel.None)
    .build();
  after(() => hub.stop());
  await hub.start();
  return { hub, proxy };
}

async function talk(hub) {
  const heard = calls(hub, 'receive');
  assert.equal(await hub.invoke('echo', 'x'), 'x');
  await hub.invoke('sendTo', 'caller', [], 'y');
  await until(() => heard.length === 1, 'a message');
}

test('falls back to server-sent events where upgrades are refused', async (after) => {
  const { hub, proxy } = await open(after, { refusesEvents: false });
  assert.equal(await hub.invoke('transport'), 'ServerSentEvents');
  assert.equal(proxy.refused.upgrade, 1);
  await talk(hub);
});

test('falls back to long polling where event streams are refused too', async (after) => {
  const { hub, proxy } = await open(after, { refusesEvents: true });
  assert.equal(await hub.invoke('transport'), 'LongPolling');
  assert.equal(proxy.refused.upgrade, 1);
  assert.ok(proxy.refused.events > 0);
  await talk(hub);
});

test('takes WebSockets where nothing is refused', async (after) => {
  const hub = new signalR.HubConnectionBuilder()
    .withUrl(`${argument('base')}/it/suite`)
    .configureLogging(signalR.LogLevel.None)
    .build();
  after(() => hub.stop());
  await hub.start();
  assert.equal(await hub.invoke('transport'), 'WebSockets');
});

await run();
