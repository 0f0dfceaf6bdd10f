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

/** A page that has been opened, the way that was asked for; `extra` is added to its address. */
function opened(after, name, { extra = '', ...settings } = {}) {
  const choice = `transport=${transport}${protocol === 'messagepack' ? '&protocol=messagepack' : ''}${extra}`;
  return browser.open(after, `${settings.base ?? base}/${name}?${choice}`, settings);
}

/** Waits until the page has connected the way that was asked for. */
async function connects(page) {
  await page.state('Connected');
  assert.equal(await page.text('transport'), transport);
  assert.equal(await page.text('protocol'), protocol === 'messagepack' ? 'MessagePack' : 'JSON');
  await page.shows('connectionid', /^[A-Za-z0-9_-]{22}$/);
  return page;
}

/** A page that has connected. */
export async function connected(after, name, settings) {
  return connects(await opened(after, name, settings));
}

/** A page of the chat room, whose form nobody has filled in yet. */
export function chatRoom(after, settings) {
  return opened(after, 'chatroom.html', settings);
}

/** A page of the chat room that has connected for a user. */
export async function loggedIn(after, user, settings) {
  const page = await chatRoom(after, settings);
  await page.logIn(user);
  return connects(page);
}

/** The settings of a page of the second port, which connects to the first; without a second port of a page like the others. */
export function otherOrigin() {
  const base2 = argument('base2', '');
  return base2 === '' ? {} : { base: base2, extra: `&server=${encodeURIComponent(base)}` };
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
