// SPDX-License-Identifier: Apache-2.0
// Values of every kind, as the newest official client gives and takes them, over one transport and in one protocol.

import assert from 'node:assert/strict';
import { calls, failure } from './lib/hub.mjs';
import { run, test, until } from './lib/report.mjs';
import { hubs, members, protocol } from './lib/suite.mjs';

const HUB = '/it/values';
const BINARY = protocol === 'messagepack';
const BYTES = Uint8Array.of(0, 1, 2, 253, 254, 255);
const bytes = BINARY ? BYTES : Buffer.from(BYTES).toString('base64');
const moment = (text) => (BINARY ? new Date(text) : text);
const fees = { 'per night': 3, tax: -1 };
const ticket = (seat) => ({
  ...members({ holderName: 'Änne 😀', seat, price: 12.5, shade: 'DARK_BLUE', number: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', stamps: ['a', ''] }),
  ...(BINARY ? { Fees: fees } : { fees }),
});

/** Bytes compare as arrays, whatever view the client chose. */
const plain = (value) => (value instanceof Uint8Array ? [...value] : value);

const VALUES = {
  echoFlag: [true, false],
  echoLong: [0, -1, 127, 128, 65_536, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
  echoDouble: [0.5, -1e300, 3],
  echoBytes: [bytes, BINARY ? new Uint8Array(0) : '', null],
  echoId: ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6', null],
  echoShade: ['RED', 'DARK_BLUE', null],
  echoInstant: [moment('2026-01-02T03:04:05.678Z'), moment('1969-12-31T23:59:59Z'), null],
  echoOptional: ['here', null],
  echoTicket: [ticket(1), null],
  echoTickets: [[ticket(1), null, ticket(3)], []],
  echoByName: [{ one: ticket(1), 'zwölf': ticket(12) }, {}],
};

for (const [method, values] of Object.entries(VALUES)) {
  test(`${method} answers what it was given`, async (after) => {
    const hub = await hubs.open(after, HUB);
    for (const value of values) {
      assert.deepEqual(plain(await hub.invoke(method, value)), plain(value));
    }
  });
}

test('gives and takes dates and decimals', async (after) => {
  const hub = await hubs.open(after, HUB);
  assert.equal(String(await hub.invoke('echoDecimal', BINARY ? '12.50' : 12.5)).replace(/0$/, ''), '12.5');
  // MessagePack counts days from 0001-01-01, as .NET does
  const date = BINARY ? 739_674 : '2026-02-28';
  assert.equal(await hub.invoke('echoDate', date), date);
  if (!BINARY) {
    assert.equal(await hub.invoke('echoOffset', '2026-01-02T03:04:05+01:00'), '2026-01-02T03:04:05+01:00');
  } else {
    const moments = await hub.invoke('echoOffset', new Date('2026-01-02T03:04:05Z'));
    assert.deepEqual(new Date(moments), new Date('2026-01-02T03:04:05Z'));
  }
});

test('refuses values of the wrong kind', async (after) => {
  const hub = await hubs.open(after, HUB);
  const wrong = [
    ['echoFlag', 'true'],
    ['echoLong', 1.5],
    ['echoLong', 'x'],
    ['echoDouble', 'x'],
    ['echoShade', 'GREEN'],
    ['echoId', 'no id'],
    ['echoTicket', 5],
    ['echoTickets', 'x'],
  ];
  for (const [method, value] of wrong) {
    assert.equal(await failure(hub.invoke(method, value)), `Failed to invoke '${method}' due to an error on the server.`);
  }
  assert.equal(await hub.invoke('echoFlag', true), true);
});

test('is called with objects, bytes, enums and moments', async (after) => {
  const hub = await hubs.open(after, HUB);
  const heard = calls(hub, 'values');
  const values = [ticket(1), bytes, 'RED', moment('2026-01-02T03:04:05.678Z')];
  await hub.invoke('tell', ...values);
  await until(() => heard.length === 1, 'the call');
  assert.deepEqual(heard[0].map(plain), values.map(plain));
});

await run();
