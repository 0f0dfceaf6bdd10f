// SPDX-License-Identifier: Apache-2.0
// A page of the server itself, both behind a proxy that ends TLS: the browser says https, the server hears http.

import assert from 'node:assert/strict';
import { argument } from './lib/arguments.mjs';
import { Browser } from './lib/browser.mjs';
import { run, test } from './lib/report.mjs';

const proxy = argument('proxy');
const browser = await Browser.start(argument('browser'), argument('screenshots'));

for (const transport of ['WebSockets', 'ServerSentEvents', 'LongPolling']) {
  test(`${transport}: the chat page works by https`, async (after) => {
    const page = await browser.open(after, `${proxy}/chat.html?transport=${transport}`, { ignoreHTTPSErrors: true });
    await page.state('Connected');
    assert.equal(await page.text('transport'), transport);
    await page.fill('message', 'by https');
    await page.click('echo');
    await page.line('messages', 'by https');
  });
}

await run(() => browser.close());
