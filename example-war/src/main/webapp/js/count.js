// SPDX-License-Identifier: Apache-2.0
import { connect } from './client.js';
import { addLine, byId, element, log, time } from './page.js';

function update(number) {
  byId('result').textContent = number;
  byId('progress').value = number;
}

function finished() {
  byId('result').textContent = 'Finished';
}

function someFunc(...parameters) {
  const text = `(${parameters.map((parameter) => JSON.stringify(parameter)).join(', ')})`;
  addLine(byId('messages'), 'received', time(new Date()), element('span', 'tag', 'someFunc'), element('span', 'text', text));
}

const client = connect('counthub', { ReceiveUpdate: update, Finished: finished, someFunc });

/** Orders a count over HTTP, then has the hub count. */
async function order() {
  const response = await fetch('api/count', { method: 'POST' });
  if (response.status !== 202) {
    throw new Error(`POST api/count was answered by ${response.status}`);
  }
  await client.invoke('GetLatestCount', await response.text());
}

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = byId('submit');
  button.disabled = true;
  try {
    await order();
  } catch (error) {
    log(`The count failed: ${error.message}`, 'error');
  } finally {
    button.disabled = !client.connected;
  }
});
