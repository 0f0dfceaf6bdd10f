// SPDX-License-Identifier: Apache-2.0
import { connect } from './client.js';
import { addLine, byId, element, time } from './page.js';

function show(what, text, className = '') {
  addLine(byId('messages'), className, time(new Date()), element('span', 'tag', what), element('span', 'text', text));
}

const client = connect('chat', { receive: (message) => show('receive', message, 'received') });

/** Calls a method of the hub and shows its answer, if it has one. */
async function call(method, ...parameters) {
  try {
    const answer = await client.invoke(method, ...parameters);
    if (answer !== null && answer !== undefined) {
      show(method, JSON.stringify(answer), 'answered');
    }
  } catch (error) {
    show(method, error.message, 'error');
  }
}

function onClick(id, action) {
  byId(id).addEventListener('click', action);
}

const message = () => byId('message').value;

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  call('Broadcast', message());
});
onClick('echo', () => call('Echo', message()));
onClick('panic', () => call('Panic'));
onClick('requesttuple', () => call('RequestTuple', message()));
onClick('requestasync', () => {
  show('RequestAsync', 'asked; the answer takes four seconds', 'note');
  call('RequestAsync', message());
});
onClick('abort', async () => {
  try {
    await client.send('Abort'); // not invoke: the connection ends before there is an answer
  } catch (error) {
    show('Abort', error.message, 'error');
  }
});
