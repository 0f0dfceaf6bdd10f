// SPDX-License-Identifier: Apache-2.0
// The count page: everybody sees one count, whoever submits.

import assert from 'node:assert/strict';
import { connected, numbers, picture } from '../lib/pages.mjs';
import { test, until } from '../lib/report.mjs';

/** Everything that the result shows from now on, however short. */
async function results(page) {
  const all = [];
  await page.page.exposeFunction('shown', (texts) => all.push(...texts));
  await page.page.evaluate(() => {
    const observer = new MutationObserver((records) => {
      window.shown(records.flatMap((record) => [...record.addedNodes]).map((node) => node.textContent));
    });
    observer.observe(document.getElementById('result'), { childList: true });
  });
  return all;
}

test('count: submit counts to ten, twice, and who submits meanwhile joins', async (after) => {
  const [page, other] = [await connected(after, 'count.html'), await connected(after, 'count.html')];
  const shown = [await results(page), await results(other)];
  await page.click('submit');
  await page.line('messages', '{"random":"abcd"}');
  await other.line('messages', '{"random":"abcd"}');
  await other.shows('result', /^2$/);
  assert.equal(await page.isDisabled('submit'), true);
  await other.click('submit');
  await page.shows('result', 'Finished');
  await other.shows('result', 'Finished');
  await picture(page, 'count');
  for (const each of [page, other]) {
    await until(async () => !(await each.isDisabled('submit')), 'another submit is possible');
  }
  const once = [...numbers(0, 10), 'Finished'];
  assert.deepEqual(shown, [once, once]);
  assert.equal(await page.count('messages', '{"random":"abcd"}'), 2);

  await page.click('submit');
  await until(() => shown.every((each) => each.length === 2 * once.length), 'the second count has finished');
  assert.deepEqual(shown, [
    [...once, ...once],
    [...once, ...once],
  ]);
});
