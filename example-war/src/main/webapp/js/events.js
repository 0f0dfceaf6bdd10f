// SPDX-License-Identifier: Apache-2.0
// Server-sent events without SignalR: the browser's own EventSource, which reconnects by itself.
import { addLine, byId, element, enable, log, showFact, showState, time } from './page.js';

let source;

function show(what, text) {
  addLine(byId('messages'), 'received', time(new Date()), element('span', 'tag', what), element('span', 'text', text));
}

function showOpen(text, kind) {
  showState(text, kind);
  showFact('transport', kind === 'good' && 'EventSource');
  byId('stop').textContent = source ? 'Close Event Stream' : 'Open Event Stream';
}

function open() {
  source = new EventSource('see');
  source.addEventListener('open', () => {
    log('Connected', 'good');
    showOpen('Connected', 'good');
  });
  source.addEventListener('error', () => {
    log('Reconnecting', 'error');
    showOpen('Reconnecting', 'busy');
  });
  source.addEventListener('custom', (event) => show('custom', event.data));
  source.addEventListener('message', (event) => show('message', event.data));
  showOpen('Connecting', 'busy');
}

function close() {
  source.close();
  source = undefined;
  log('Closed');
  showOpen('Disconnected', 'bad');
}

byId('stop').addEventListener('click', () => (source ? close() : open()));

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const parameters = new URLSearchParams({ m: byId('message').value });
    const response = await fetch(`send?${parameters}`, { method: 'POST' });
    if (!response.ok) {
      throw new Error(`answered by ${response.status}`);
    }
  } catch (error) {
    log(`Not sent: ${error.message}`, 'error');
  }
});

enable(true);
open();
