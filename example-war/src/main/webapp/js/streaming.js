// SPDX-License-Identifier: Apache-2.0
import { connect } from './client.js';
import { byId, pause, show } from './page.js';
import { Streams } from './streams.js';

/** Milliseconds between two words that are sent. */
const PACE = 300;

const client = connect('streaming', { uploaded: (item) => show('uploaded', item, 'received') });
const streams = new Streams(client, byId('stopstream'));

const number = (id) => byId(id).valueAsNumber;

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  streams.show('Counter', number('count'), number('delay'));
});
byId('delaycounter').addEventListener('click', () => {
  if (byId('form').reportValidity()) {
    streams.show('DelayCounter', number('delay'));
  }
});

async function send(words, subject) {
  for (const word of words) {
    subject.next(word);
    await pause(PACE);
  }
  subject.complete();
}

/** Sends words one by one, and waits for the end of the call. */
function upload(words) {
  const subject = new signalR.Subject();
  return Promise.all([client.invoke('UploadStream', subject), send(words, subject)]);
}

byId('upload').addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = byId('uploadstream');
  button.disabled = true;
  try {
    const words = byId('items').value.split(/\s+/).filter((word) => word);
    await upload(words);
    show('UploadStream', `completed, ${words.length} sent`, 'answered');
  } catch (error) {
    show('UploadStream', error.message, 'error');
  } finally {
    button.disabled = !client.connected;
  }
});
