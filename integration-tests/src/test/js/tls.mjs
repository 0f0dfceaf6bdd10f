// SPDX-License-Identifier: Apache-2.0
// The newest official client by TLS, with a certificate that Node was told to trust.

import assert from 'node:assert/strict';
import { argument } from './lib/arguments.mjs';
import { calls, closed, Hubs } from './lib/hub.mjs';
import { run, test, until } from './lib/report.mjs';

const MUCH = 'ä'.repeat(12_000);

for (const transport of ['WebSockets', 'ServerSentEvents', 'LongPolling']) {
  const hubs = new Hubs(argument('base'), transport);

  test(`${transport}: calls and is answered`, async (after) => {
    const hub = await hubs.open(after, '/it/suite');
    assert.match(hub.baseUrl, /^https:/);
    assert.equal(await hub.invoke('echo', 'äß€ 😀'), 'äß€ 😀');
    assert.equal(await hub.invoke('transport'), transport);
  });

  test(`${transport}: sends and receives more than one record of TLS holds`, async (after) => {
    const hub = await hubs.open(after, '/it/suite');
    assert.equal(await hub.invoke('echo', MUCH), MUCH);
  });

  test(`${transport}: receives 200 messages in order`, async (after) => {
    const hub = await hubs.open(after, '/it/suite');
    const numbers = calls(hub, 'number');
    await hub.invoke('numbers', 200);
    await until(() => numbers.length === 200, '200 messages');
    assert.deepEqual(numbers, Array.from({ length: 200 }, (_, at) => [at]));
  });

  test(`${transport}: stops without an error`, async (after) => {
    const hub = await hubs.open(after, '/it/suite');
    const ended = closed(hub);
    await hub.stop();
    assert.equal(await ended, undefined);
  });
}

await run();
