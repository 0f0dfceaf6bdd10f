// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

/** The JavaScript clients over WebSockets. */
class JavaScriptOverWebSocketsIT extends JavaScriptSuite {

    @Override
    String transport() {
        return "WebSockets";
    }
}
