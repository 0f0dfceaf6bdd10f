// SPDX-License-Identifier: Apache-2.0
// A headless Chromium, and pages that remember what went wrong on them.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const LIMIT = 30_000;

/** The client ends a long poll that the server has ended already, and takes 404 for an answer; the browser notes it. */
function isComplaint(message) {
  const farewell = message.text().includes('404') && /[?&]id=/.test(message.location().url);
  return ['error', 'warning'].includes(message.type()) && !farewell;
}

/** A browser; every page has a profile of its own. */
export class Browser {
  #browser;
  #screenshots;

  constructor(browser, screenshots) {
    this.#browser = browser;
    this.#screenshots = screenshots;
  }

  /** Starts the browser at that path; its pictures go into the directory. */
  static async start(executablePath, screenshots) {
    await mkdir(screenshots, { recursive: true });
    return new Browser(await chromium.launch({ executablePath, headless: true, args: FLAGS }), screenshots);
  }

  /** Opens a page that ends with the test; the test fails when the page complained, unless `complains` is said. */
  async open(after, url, settings = {}) {
    const { complains = false, viewport = { width: 1200, height: 800 }, colorScheme = 'light', prepare } = settings;
    const { ignoreHTTPSErrors = false } = settings;
    const context = await this.#browser.newContext({ viewport, colorScheme, ignoreHTTPSErrors });
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT);
    const complaints = [];
    page.on('console', (message) => isComplaint(message) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    after(async () => {
      await context.close();
      assert.ok(complains || complaints.length === 0, `The page complained: ${complaints.join('\n')}`);
    });
    await prepare?.(page);
    await page.goto(url);
    return new Page(page, this.#screenshots);
  }

  /** Ends. */
  close() {
    return this.#browser.close();
  }
}

/** A page of the example. */
export class Page {
  #screenshots;

  constructor(page, screenshots) {
    this.page = page;
    this.#screenshots = screenshots;
  }

  /** Waits until the state is shown. */
  async state(text) {
    await this.page.locator('#state', { hasText: new RegExp(`^${text}$`) }).waitFor();
  }

  /** Waits until the element shows a text. */
  async shows(id, text) {
    await this.page.locator(`#${id}`).filter({ hasText: text }).waitFor();
  }

  /** Waits until a line of the list shows a text. */
  async line(list, text) {
    await this.page.locator(`#${list} > li`).filter({ hasText: text }).first().waitFor();
  }

  /** The texts of the lines of a list. */
  lines(list) {
    return this.page.locator(`#${list} > li`).allInnerTexts();
  }

  /** How many lines of the list show a text. */
  count(list, text) {
    return this.page.locator(`#${list} > li`).filter({ hasText: text }).count();
  }

  /** The texts of all messages so far that carry the tag: of a method of the hub, or of the client. */
  messages(tag) {
    const exactly = this.page.locator('.tag', { hasText: new RegExp(`^${tag}$`) });
    return this.page.locator('#messages > li').filter({ has: exactly }).locator('.text').allInnerTexts();
  }

  isDisabled(id) {
    return this.page.locator(`#${id}`).isDisabled();
  }

  text(id) {
    return this.page.locator(`#${id}`).innerText();
  }

  click(id) {
    return this.page.locator(`#${id}`).click();
  }

  fill(id, text) {
    return this.page.locator(`#${id}`).fill(text);
  }

  /** Sends the form of the chat room's page; all users of the example have their names as passwords. */
  async logIn(user, password = user) {
    await this.fill('user', user);
    await this.fill('password', password);
    await this.click('login');
  }

  /** Takes a picture of the whole page. */
  picture(name) {
    return this.page.screenshot({ path: path.join(this.#screenshots, `${name}.png`), fullPage: true });
  }
}
