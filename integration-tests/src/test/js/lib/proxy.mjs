// SPDX-License-Identifier: Apache-2.0
// Proxies between a client and the server: one whose TCP connections can be cut, one that refuses transports.

import http from 'node:http';
import net from 'node:net';

/** A TCP proxy to a port on this machine. */
export class CuttingProxy {
  #target;
  #server;
  #sockets = new Set();

  constructor(target) {
    this.#target = target;
  }

  /** Starts; answers the proxy's base address. */
  async start() {
    this.#server = net.createServer((client) => this.#join(client));
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  #join(client) {
    const upstream = net.connect(this.#target, '127.0.0.1');
    for (const [from, to] of [[client, upstream], [upstream, client]]) {
      this.#sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }

  /** Resets every connection; new ones are taken. Answers how many there were. */
  cut() {
    const all = [...this.#sockets];
    all.forEach((socket) => socket.resetAndDestroy());
    return all.length;
  }

  /** Cuts and takes no more connections. */
  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cut();
    await closed;
  }
}

/** An HTTP proxy that refuses WebSocket upgrades, and event streams if told so. */
export class RefusingProxy {
  #target;
  #refusesEvents;
  #server;

  /** How many requests were refused, by kind. */
  refused = { upgrade: 0, events: 0 };

  constructor(target, { refusesEvents }) {
    this.#target = target;
    this.#refusesEvents = refusesEvents;
  }

  /** Starts; answers the proxy's base address. */
  async start() {
    this.#server = http.createServer((request, response) => this.#forward(request, response));
    this.#server.on('upgrade', (request, socket) => {
      this.refused.upgrade += 1;
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  #forward(request, response) {
    if (this.#refusesEvents && (request.headers.accept ?? '').includes('text/event-stream')) {
      this.refused.events += 1;
      response.writeHead(403).end();
      return;
    }
    const upstream = http.request(
      { host: '127.0.0.1', port: this.#target, method: request.method, path: request.url, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
      },
    );
    upstream.on('error', () => response.destroy());
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  }

  /** Ends. */
  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
