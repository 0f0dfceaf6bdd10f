// SPDX-License-Identifier: Apache-2.0
// Connections of the newest official client that end with their test.

import assert from 'node:assert/strict';
import * as signalR from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';

/** Makes connections over one transport that speak one protocol, `json` or `messagepack`. */
export class Hubs {
  #base;
  #transport;
  #protocol;

  constructor(base, transport, protocol = 'json') {
    this.#base = base;
    this.#transport = signalR.HttpTransportType[transport];
    this.#protocol = protocol === 'messagepack' ? new MessagePackHubProtocol() : new signalR.JsonHubProtocol();
  }

  /** A connection that has not been started; it is stopped when the test ends. */
  build(after, path, { base = this.#base, reconnect = false, options = {} } = {}) {
    const builder = new signalR.HubConnectionBuilder()
      .withUrl(base + path, { transport: this.#transport, ...options })
      .withHubProtocol(this.#protocol)
      .configureLogging(signalR.LogLevel.None);
    const connection = (reconnect ? builder.withAutomaticReconnect([0, 200, 500, 1000, 2000]) : builder).build();
    after(() => connection.stop());
    return connection;
  }

  /** A started connection that the hub has taken; it is stopped when the test ends. */
  async open(after, path, settings) {
    const connection = this.build(after, path, settings);
    await start(connection);
    return connection;
  }
}

/**
 * Starts a connection and waits until the hub has taken it. The handshake is answered before the hub hears of the connection, so
 * a call makes sure, of a method that no hub has.
 */
export async function start(connection) {
  await connection.start();
  assert.match(await failure(connection.invoke('no such method')), /Method does not exist/);
}

/** Collects the arguments of a client method, one array for each call. */
export function calls(connection, method) {
  const all = [];
  connection.on(method, (...parameters) => all.push(parameters));
  return all;
}

/** Waits for the end of a stream; answers its items and, if it failed, the error. */
export function outcome(stream) {
  const items = [];
  return new Promise((resolve) => {
    stream.subscribe({
      next: (item) => items.push(item),
      complete: () => resolve({ items }),
      error: (error) => resolve({ items, error: error.message }),
    });
  });
}

/** A stream to upload, with these items and an end. */
export function upload(items) {
  const subject = new signalR.Subject();
  return {
    subject,
    finish() {
      items.forEach((item) => subject.next(item));
      subject.complete();
    },
  };
}

/** The error with which the call fails. */
export async function failure(call) {
  try {
    await call;
  } catch (error) {
    return error.message;
  }
  throw new Error('The call did not fail');
}

/** Resolves when the connection has closed, to the error or undefined. */
export function closed(connection) {
  return new Promise((resolve) => connection.onclose(resolve));
}

const NOT_CONNECTED = /Cannot send data if the connection is not in the 'Connected' State/;

/**
 * What the client is told when it starts a connection that the hub refuses.
 *
 * Over Server-Sent Events the client's first ping is a request of its own, and the refusal may arrive while it is on its way.
 * Answered with 404, it is told in place of the reason. Answered with 200, this client takes itself for started, although it has
 * just ended, and never calls `onclose`: only a call shows that it is not connected.
 */
export async function refusal(connection) {
  const end = closed(connection);
  try {
    await connection.start();
  } catch (error) {
    return error.message;
  }
  const call = await failure(connection.invoke('no such method'));
  return NOT_CONNECTED.test(call) ? call : (await end)?.message;
}

/** Fails unless the client was told the reason, or over Server-Sent Events what it may be told in its place. */
export function expectRefusal(told, reason, transport) {
  const unheard = new RegExp(`${reason.source}|404|${NOT_CONNECTED.source}`);
  assert.match(told, transport === 'ServerSentEvents' ? unheard : reason);
}
