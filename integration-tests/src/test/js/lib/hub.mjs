// SPDX-License-Identifier: Apache-2.0
// Connections of the newest official client that end with their test.

import * as signalR from '@microsoft/signalr';

/** Makes connections over one transport. */
export class Hubs {
  #base;
  #transport;

  constructor(base, transport) {
    this.#base = base;
    this.#transport = signalR.HttpTransportType[transport];
  }

  /** A connection that has not been started; it is stopped when the test ends. */
  build(after, path, { base = this.#base, reconnect = false, options = {} } = {}) {
    const builder = new signalR.HubConnectionBuilder()
      .withUrl(base + path, { transport: this.#transport, ...options })
      .configureLogging(signalR.LogLevel.None);
    const connection = (reconnect ? builder.withAutomaticReconnect([0, 200, 500, 1000, 2000]) : builder).build();
    after(() => connection.stop());
    return connection;
  }

  /** A started connection; it is stopped when the test ends. */
  async open(after, path, settings) {
    const connection = this.build(after, path, settings);
    await connection.start();
    return connection;
  }
}

/** Collects the arguments of a client method, one array for each call. */
export function calls(connection, method) {
  const all = [];
  connection.on(method, (...parameters) => all.push(parameters));
  return all;
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
