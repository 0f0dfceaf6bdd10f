// SPDX-License-Identifier: Apache-2.0
// Pages of another origin in Chromium: one that the hub lists, one that it does not, and what a form can do.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { argument } from './lib/arguments.mjs';
import { Browser } from './lib/browser.mjs';
import { token } from './lib/callers.mjs';
import { run, test, until } from './lib/report.mjs';

const port = new URL(argument('base')).port;
// cookies go by host, whatever the port: a page on another port of the same host may have the server's cookies sent
const server = `http://localhost:${port}/tokens`;
const browser = await Browser.start(argument('browser'), argument('screenshots'));
const client = await readFile('node_modules/@microsoft/signalr/dist/browser/signalr.min.js', 'utf8');
const TRANSPORTS = ['WebSockets', 'ServerSentEvents', 'LongPolling'];

/** Serves pages on a port of this machine; the listed origin is that port at `localhost`. */
const pages = createServer((request, response) => {
  const script = request.url === '/signalr.js';
  response.writeHead(200, { 'Content-Type': script ? 'text/javascript' : 'text/html' });
  response.end(script ? client : '<!doctype html><title>another origin</title><script src="signalr.js"></script>');
});
await new Promise((resolve) => pages.listen(Number(argument('pages')), '127.0.0.1', resolve));
const listed = `http://localhost:${argument('pages')}/`;
const unlisted = `http://127.0.0.1:${argument('pages')}/`;

/** Connects from a page and calls a method; answers what comes, or the error. */
function callFrom(page, { hub, transport, accessToken, method = 'whoAmI', parameters = [], skipNegotiation = false }) {
  return page.page.evaluate(
    async ({ url, type, accessToken, method, parameters, skipNegotiation }) => {
      const connection = new globalThis.signalR.HubConnectionBuilder()
        .withUrl(url, {
          transport: globalThis.signalR.HttpTransportType[type],
          skipNegotiation,
          ...(accessToken ? { accessTokenFactory: () => accessToken } : {}),
        })
        .configureLogging(globalThis.signalR.LogLevel.None)
        .build();
      try {
        await connection.start();
        return await connection.invoke(method, ...parameters);
      } catch (error) {
        return `failed: ${error.message}`;
      } finally {
        await connection.stop();
      }
    },
    { url: `${server}/${hub}`, type: transport, accessToken, method, parameters, skipNegotiation },
  );
}

for (const transport of TRANSPORTS) {
  test(`${transport}: a page of a listed origin is served, with its token`, async (after) => {
    const page = await browser.open(after, listed);
    const answer = await callFrom(page, { hub: 'shared', transport, accessToken: token('alice') });
    assert.equal(answer, 'alice [moderator, user]');
  });

  test(`${transport}: a page of a listed origin has the browser send cookies`, async (after) => {
    const page = await browser.open(after, listed);
    await page.page.context().addCookies([{ name: 'visitor', value: 'ann', url: `http://localhost:${port}` }]);
    const answer = await callFrom(page, { hub: 'shared', transport, method: 'cookie', parameters: ['visitor'] });
    assert.equal(answer, 'ann');
  });

  test(`${transport}: a page of another origin is refused`, async (after) => {
    const page = await browser.open(after, unlisted, { complains: true });
    assert.match(await callFrom(page, { hub: 'shared', transport, accessToken: token('alice') }), /^failed: /);
  });

  test(`${transport}: a hub that lists no origin refuses all but its own`, async (after) => {
    const page = await browser.open(after, listed, { complains: true });
    assert.match(await callFrom(page, { hub: 'open', transport, accessToken: token('alice') }), /^failed: /);
  });
}

test('a WebSocket without negotiate is refused too', async (after) => {
  const page = await browser.open(after, unlisted, { complains: true });
  const options = { hub: 'shared', transport: 'WebSockets', skipNegotiation: true };
  assert.match(await callFrom(page, options), /^failed: /);
  const other = await browser.open(after, listed);
  assert.equal(await callFrom(other, options), 'nobody []');
});

for (const path of ['open/negotiate?negotiateVersion=1', 'open?id=unknown', 'refreshing/refresh?id=unknown']) {
  test(`a form of another page does nothing at ${path}`, async (after) => {
    const page = await browser.open(after, unlisted, { complains: true });
    const answered = page.page.waitForResponse((response) => response.url().startsWith(server));
    await page.page.evaluate((action) => {
      const form = document.createElement('form');
      Object.assign(form, { action, method: 'post', enctype: 'text/plain' });
      document.body.append(form);
      form.submit();
    }, `${server}/${path}`);
    assert.equal((await answered).status(), 403);
  });
}

test('a page that is a file has the origin null, and is refused', async (after) => {
  const page = await browser.open(after, 'data:text/html,<!doctype html><title>no origin</title>', { complains: true });
  await page.page.addScriptTag({ content: client });
  assert.match(await callFrom(page, { hub: 'shared', transport: 'WebSockets' }), /^failed: /);
});

await until(() => pages.listening, 'the pages');
await run(async () => {
  await browser.close();
  pages.closeAllConnections();
  await new Promise((resolve) => pages.close(resolve));
});
