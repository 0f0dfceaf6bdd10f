// SPDX-License-Identifier: Apache-2.0
// The connection of a page to its hub, by the official client (the global signalR), and the panel that shows it.

import { chosen, showChoice } from './choice.js';
import { byId, enable, log, showFact, showState } from './page.js';

/** Milliseconds before each attempt to connect; the last one counts for all that follow. */
const RETRY_DELAYS = [0, 1000, 2000, 5000, 10000];

const KINDS = { Connected: 'good', Disconnected: 'bad', Disconnecting: 'bad' };

/** What went wrong, without the web page that a server may have answered. */
function reason(error) {
  return error.message.split('\n', 1)[0];
}

function retryDelay(attempt) {
  return RETRY_DELAYS[Math.min(attempt, RETRY_DELAYS.length - 1)];
}

/** A class like the given one of the browser that reports when an instance of it has opened. */
function reporting(Base, opened) {
  return class extends Base {
    constructor(...parameters) {
      super(...parameters);
      this.addEventListener('open', opened);
    }
  };
}

/** A connection to one hub. It comes back when it breaks, unless the server or the user ended it. */
class Client {
  #connection;
  #choice;
  #transport;
  #attempts; // an object for as long as the connection is wanted, another one for each time it is started
  #connectedAttempts;
  #wake = () => {};
  #onConnected;
  #id; // where the client itself was not told

  constructor(path, handlers, onConnected, token) {
    this.#onConnected = onConnected;
    this.#choice = chosen();
    showChoice(this.#choice);
    this.#connection = this.#build(path, token);
    for (const [method, handler] of Object.entries(handlers)) {
      this.#connection.on(method, handler);
    }
    this.#connection.onreconnecting((error) => this.#reconnecting(error));
    this.#connection.onreconnected(() => this.#connected('Reconnected'));
    this.#connection.onclose((error) => this.#closed(error));
    byId('stop').addEventListener('click', () => this.#toggle());
  }

  get id() {
    return this.#connection.connectionId ?? this.#id;
  }

  /** Says what the id is, where there was no negotiation that could have told. */
  knownAs(id) {
    this.#id = id;
    this.#show();
  }

  /** Connects; as long as that fails, tries again. */
  async start() {
    const attempts = (this.#attempts = {});
    for (let attempt = 0; this.#attempts === attempts; attempt++) {
      try {
        this.#transport = 'LongPolling';
        const started = this.#connection.start();
        this.#show();
        await started;
        this.#connectedAttempts = attempts;
        this.#connected('Connected');
        return;
      } catch (error) {
        if (this.#attempts === attempts) {
          log(`Cannot connect: ${reason(error)}`, 'error');
          this.#show('Connecting');
          await this.#pause(retryDelay(attempt + 1));
        }
      }
    }
  }

  get connected() {
    return this.#connection.state === signalR.HubConnectionState.Connected;
  }

  /** Calls a method of the hub without waiting for the end of it. */
  send(method, ...parameters) {
    return this.#connection.send(method, ...parameters);
  }

  /** Calls a method of the hub; the promise is settled by its answer. */
  invoke(method, ...parameters) {
    return this.#connection.invoke(method, ...parameters);
  }

  /**
   * Calls a method of the hub that answers with a stream.
   *
   * @returns what ends the stream early, as its function dispose
   */
  stream(observer, method, ...parameters) {
    return this.#connection.stream(method, ...parameters).subscribe(observer);
  }

  async stop() {
    this.#attempts = undefined;
    this.#wake();
    await this.#connection.stop();
    this.#show();
  }

  #build(path, token) {
    // which transport is in use can only be seen by what it opens: long polling opens nothing
    const seen = (transport) => () => {
      this.#transport = transport;
    };
    const options = {
      WebSocket: reporting(WebSocket, seen('WebSockets')),
      EventSource: reporting(EventSource, seen('ServerSentEvents')),
    };
    if (this.#choice.transport) {
      options.transport = signalR.HttpTransportType[this.#choice.transport];
    }
    if (token) {
      options.accessTokenFactory = token;
      this.#skipNegotiation(options);
    }
    const builder = new signalR.HubConnectionBuilder()
      .withUrl(path, options)
      .withAutomaticReconnect({
        nextRetryDelayInMilliseconds: (retry) => retryDelay(retry.previousRetryCount),
      })
      .configureLogging(signalR.LogLevel.Warning);
    if (this.#choice.protocol) {
      builder.withHubProtocol(new signalR.protocols.msgpack.MessagePackHubProtocol());
    }
    if (this.#choice.reconnect) {
      builder.withStatefulReconnect();
    }
    return builder.build();
  }

  /** One request instead of two; then there is no other transport to fall back to. */
  #skipNegotiation(options) {
    if (['', 'WebSockets'].includes(this.#choice.transport)) {
      options.transport = signalR.HttpTransportType.WebSockets;
      options.skipNegotiation = true;
    }
  }

  #toggle() {
    if (this.#attempts) {
      this.stop();
    } else {
      this.start();
    }
  }

  #pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #connected(how) {
    this.#id = undefined;
    log(`${how} by ${this.#transport}${this.id ? ` as ${this.id}` : ''}`, 'good');
    this.#show();
    this.#onConnected();
  }

  #reconnecting(error) {
    log(error ? `Reconnecting: ${reason(error)}` : 'Reconnecting', 'error');
    this.#transport = 'LongPolling';
    this.#show();
  }

  #closed(error) {
    // stopped by the user there are no attempts any more, or others when it has been started again
    const byServer = this.#attempts === this.#connectedAttempts;
    if (byServer) {
      this.#attempts = undefined;
    }
    const how = byServer ? 'Closed by the server' : 'Closed';
    log(error ? `${how}: ${reason(error)}` : how, error ? 'error' : '');
    this.#show();
  }

  #show(state = this.#connection.state) {
    const connected = state === signalR.HubConnectionState.Connected;
    showState(state, KINDS[state] ?? 'busy');
    showFact('transport', connected && this.#transport);
    showFact('protocol', connected && (this.#choice.protocol ? 'MessagePack' : 'JSON'));
    showFact('connectionid', connected && this.id);
    byId('stop').textContent = this.#attempts ? 'Stop Client Connection' : 'Start Client Connection';
    enable(connected);
  }
}

/**
 * Connects the page to a hub.
 *
 * @param path the hub's path, relative to the page
 * @param handlers the client's methods by name
 * @param onConnected called each time a connection has been made
 */
export function connect(path, handlers, onConnected) {
  const client = prepare(path, handlers, onConnected);
  client.start();
  return client;
}

/**
 * The same for a page that connects later.
 *
 * @param token gives the token that the hub wants, or a promise of it; is asked whenever the client needs one
 */
export function prepare(path, handlers, onConnected = () => {}, token = undefined) {
  return new Client(path, handlers, onConnected, token);
}
