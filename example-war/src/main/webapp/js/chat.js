// SPDX-License-Identifier: Apache-2.0
import { connect } from './client.js';
import { byId, pause, show } from './page.js';
import { Streams } from './streams.js';

const message = () => byId('message').value;

/** The hub asks; whoever types answers. */
function ask(question) {
  show('ask', question, 'received');
  return message();
}

const handlers = { receive: (text) => show('receive', text, 'received'), ask };
const client = connect('chat', handlers);

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
const dates = new Streams(client, byId('stopstream'));
onClick('stream', () => dates.show('DateStream'));

/** Sends the numbers from 1 to 5 at a pace. */
async function upload(subject, milliseconds) {
  for (let number = 1; number <= 5; number++) {
    subject.next(number);
    await pause(milliseconds);
  }
  subject.complete();
}

onClick('upstream', () => {
  const first = new signalR.Subject();
  const second = new signalR.Subject();
  call('UploadStream', first, 3, second);
  upload(first, 300);
  upload(second, 500);
});
onClick('abort', async () => {
  try {
    await client.send('Abort'); // not invoke: the connection ends before there is an answer
  } catch (error) {
    show('Abort', error.message, 'error');
  }
});
