// SPDX-License-Identifier: Apache-2.0
// What a page's address asks for: a transport, a hub protocol, and how to come back when the network breaks; each or none.

import { log } from './page.js';

const CHOICES = {
  transport: ['WebSockets', 'ServerSentEvents', 'LongPolling'],
  protocol: ['messagepack'],
  reconnect: ['stateful'],
};

function parameter(name) {
  const value = new URLSearchParams(location.search).get(name);
  if (value && !CHOICES[name].includes(value)) {
    log(`There is no ${name} ${value}`, 'error');
    return '';
  }
  return value ?? '';
}

/** What is asked for; empty for the best transport that works, for JSON, and for a new connection after a break. */
export function chosen() {
  const choice = Object.fromEntries(Object.keys(CHOICES).map((name) => [name, parameter(name)]));
  if (choice.transport === 'ServerSentEvents' && choice.protocol) {
    log('Server-Sent Events carry text only: connecting by the best other transport', 'error');
    choice.transport = '';
  }
  return choice;
}

/** A link to a page must not be able to send the user's token elsewhere: these are this machine. The page's policy says so too. */
const SERVERS = /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;

/** The server whose hub is meant; empty for that of the page. The second port of the example is there for its pages alone. */
export function server() {
  const given = new URLSearchParams(location.search).get('server') ?? '';
  if (given && !SERVERS.test(given)) {
    log(`There is no server ${given}`, 'error');
    return '';
  }
  return given || (location.port === '9081' ? `${location.protocol}//${location.hostname}:9080` : '');
}

function address(choice) {
  const all = { ...choice, server: new URLSearchParams(location.search).get('server') };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value)).toString();
}

/** Marks the choice, and keeps it on the way to the other pages. */
export function showChoice(choice) {
  for (const link of document.querySelectorAll('[data-choice]')) {
    const { choice: name, value } = link.dataset;
    link.search = address({ ...choice, [name]: value });
    if (choice[name] === value) {
      link.setAttribute('aria-current', 'true');
    }
  }
  for (const link of document.querySelectorAll('[data-keep-choice]')) {
    link.search = address(choice);
  }
}
