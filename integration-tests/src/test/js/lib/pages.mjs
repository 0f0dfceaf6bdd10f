// SPDX-License-Identifier: Apache-2.0
// What the suites of the example's pages share: one transport and one protocol, as the Java side asks.

import assert from 'node:assert/strict';
import { argument } from './arguments.mjs';
import { Browser } from './browser.mjs';
import { CuttingProxy } from './proxy.mjs';

const base = argument('base');
const protocol = argument('protocol');

export const transport = argument('transport');
export const browser = await Browser.start(argument('browser'), argument('screenshots'));

/** What is particular to this run, for names. */
export const particular = `${transport}-${protocol}`;

/** A page that has connected, the way that was asked for; `extra` is added to its address. */
export async function connected(after, name, { extra = '', ...settings } = {}) {
  const choice = `transport=${transport}${protocol === 'messagepack' ? '&protocol=messagepack' : ''}${extra}`;
  const page = await browser.open(after, `${settings.base ?? base}/${name}?${choice}`, settings);
  await page.state('Connected');
  assert.equal(await page.text('transport'), transport);
  assert.equal(await page.text('protocol'), protocol === 'messagepack' ? 'MessagePack' : 'JSON');
  assert.match(await page.text('connectionid'), /^[A-Za-z0-9_-]{22}$/);
  return page;
}

/** Takes a picture of the page, named after the transport; one in MessagePack would look the same. */
export async function picture(page, name) {
  if (protocol === 'json') {
    await page.picture(`${name}-${transport}`);
  }
}

/** The settings of a page whose connections can be cut, and what cuts them. */
export async function cuttable(after) {
  const proxy = new CuttingProxy(Number(new URL(base).port));
  const address = await proxy.start();
  after(() => proxy.stop());
  return { cut: () => assert.ok(proxy.cut() > 0), settings: { base: address, complains: true } };
}

/** The whole numbers of a range as texts, both ends included. */
export function numbers(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
