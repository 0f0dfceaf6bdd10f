// SPDX-License-Identifier: Apache-2.0
// The streams that a page gets from its hub, and the button that stops them.

import { show } from './page.js';

/** Shows the items of streams as they come. */
export class Streams {
  #client;
  #stop;
  #running = new Set();

  constructor(client, stop) {
    this.#client = client;
    this.#stop = stop;
    stop.addEventListener('click', () => this.stop());
  }

  /** Calls a method of the hub that answers with a stream. */
  show(method, ...parameters) {
    const running = { method };
    const observer = {
      next: (item) => show(method, String(item), 'received'),
      complete: () => this.#ended(running, 'completed', 'answered'),
      error: (error) => this.#ended(running, error.message, 'error'),
    };
    this.#running.add(running);
    running.subscription = this.#client.stream(observer, method, ...parameters);
    this.#stop.disabled = false;
  }

  /** Stops all that are running; the server is told. */
  stop() {
    for (const running of this.#running) {
      running.subscription.dispose();
      this.#ended(running, 'stopped', 'note');
    }
  }

  #ended(running, text, className) {
    if (this.#running.delete(running)) {
      show(running.method, text, className);
    }
    this.#stop.disabled = this.#running.size === 0;
  }
}
