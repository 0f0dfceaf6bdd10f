// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

/** The JavaScript clients over WebSockets, in JSON. */
class JavaScriptOverWebSocketsIT extends JavaScriptJsonSuite {

    JavaScriptOverWebSocketsIT() {
        super("WebSockets");
    }
}
