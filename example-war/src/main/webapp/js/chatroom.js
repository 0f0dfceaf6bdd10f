// SPDX-License-Identifier: Apache-2.0
import { server } from './choice.js';
import { prepare } from './client.js';
import { Login } from './login.js';
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

/** Empties the list. */
function clear() {
  shown.clear();
  byId('messages').replaceChildren();
}

function cleared() {
  clear();
  log('The history has been cleared');
}

/** Tells the user what went wrong. */
function complain(text) {
  byId('notice').textContent = text;
  if (text) {
    log(text, 'error');
  }
}

async function arrived() {
  try {
    client.knownAs(await client.invoke('GetConnectionId'));
    own.add(client.id);
    const history = await client.invoke('GetHistory');
    history.forEach(show);
  } catch (error) {
    complain(`No history: ${error.message}`);
  }
}

const login = new Login();
const handlers = { ReceivePublicMessage: show, HistoryCleared: cleared };
const client = prepare(`${server() || '.'}/hubs/chatroom`, handlers, () => arrived(), () => login.token());

function showUser() {
  const user = login.user ?? '';
  byId('login-form').hidden = user !== '';
  byId('room').hidden = user === '';
  byId('stop').disabled = user === '';
  byId('who').textContent = user;
}

/** Calls a method of the hub; answers whether it has worked. */
async function call(what, method, ...parameters) {
  complain('');
  try {
    await client.invoke(method, ...parameters);
    return true;
  } catch (error) {
    complain(`${what}: ${error.message}`);
    return false;
  }
}

byId('login-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  complain('');
  const password = byId('password');
  byId('login').disabled = true;
  try {
    await login.login(byId('user').value, password.value);
    password.value = '';
    showUser();
    client.start();
    byId('message').focus();
  } catch (error) {
    complain(error.message);
  } finally {
    byId('login').disabled = false;
  }
});

byId('logout').addEventListener('click', async () => {
  complain('');
  login.logout();
  showUser();
  await client.stop();
  clear();
  own.clear();
});

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const message = byId('message');
  const text = message.value;
  if (text === '') {
    return;
  }
  message.value = '';
  if (!(await call('Not sent', 'SendPublicMessage', text))) {
    message.value = text;
  }
});

byId('clear').addEventListener('click', () => call('Not cleared', 'ClearHistory'));
