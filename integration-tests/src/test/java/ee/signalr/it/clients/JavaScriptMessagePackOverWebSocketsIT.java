// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

/** The JavaScript client over WebSockets, in MessagePack. */
class JavaScriptMessagePackOverWebSocketsIT extends JavaScriptSuite {

    JavaScriptMessagePackOverWebSocketsIT() {
        super("WebSockets", "messagepack");
    }
}
