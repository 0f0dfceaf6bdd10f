// SPDX-License-Identifier: Apache-2.0
import { connect } from './client.js';
import { addLine, byId, element, log, time } from './page.js';

/** <connectionId>:<time>:<message> */
const LINE = /^([^:]*):(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z):(.*)$/s;

/** What the history brought may come once more as a message that was under way: this many lines are compared. */
const REMEMBERED = 300;

const shown = new Set();
const own = new Set(); // the ids that this page has had

/** The same person has the same colour on all pages. */
function hue(id) {
  let sum = 0;
  for (const character of id) {
    sum = (sum * 31 + character.codePointAt(0)) % 360;
  }
  return sum;
}

function show(line) {
  const parts = LINE.exec(line);
  if (!parts || shown.has(line)) {
    return;
  }
  shown.add(line);
  if (shown.size > REMEMBERED) {
    shown.delete(shown.values().next().value);
  }
  const [, id, when, message] = parts;
  const mine = own.has(id);
  const author = element('span', 'author', mine ? 'You' : id.slice(0, 6));
  author.title = id;
  author.style.setProperty('--hue', hue(id));
  addLine(byId('messages'), mine ? 'bubble mine' : 'bubble', author, time(new Date(when)), element('p', 'text', message));
}

async function showHistory() {
  own.add(client.id);
  try {
    const history = await client.invoke('GetHistory');
    history.forEach(show);
  } catch (error) {
    log(`No history: ${error.message}`, 'error');
  }
}

const client = connect('hubs/chatroom', { ReceivePublicMessage: show }, () => showHistory());

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const message = byId('message');
  const text = message.value;
  if (text === '') {
    return;
  }
  message.value = '';
  try {
    await client.invoke('SendPublicMessage', text);
  } catch (error) {
    message.value = text;
    log(`Not sent: ${error.message}`, 'error');
  }
});
