// SPDX-License-Identifier: Apache-2.0
// The page that README prints, in Chromium: it has to reach its hub and to be answered.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { argument } from './lib/arguments.mjs';
import { Browser } from './lib/browser.mjs';
import { run, test, until } from './lib/report.mjs';

const browser = await Browser.start(argument('browser'), argument('screenshots'));
const client = createRequire(import.meta.url).resolve('@microsoft/signalr/package.json');
const script = path.join(path.dirname(client), 'dist', 'browser', 'signalr.js');

test('the snippet talks to the hub', async (after) => {
  const received = [];
  await browser.open(after, argument('page'), {
    prepare: async (page) => {
      await page.route(/signalr(\.min)?\.js/, (route) => route.fulfill({ path: script, contentType: 'text/javascript' }));
      page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(String(payload))));
    },
  });
  const messages = () => received.flatMap((frame) => frame.split('\u001e')).filter(Boolean).map((text) => JSON.parse(text));
  await until(() => messages().some(({ type }) => type === 1 || type === 3), 'the hub answers or calls');
  assert.deepEqual(messages()[0], {});
  assert.ok(messages().every(({ error }) => error === undefined), received.join('\n'));
});

await run(() => browser.close());
