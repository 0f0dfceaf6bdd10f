// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

/** The JavaScript clients over ServerSentEvents. */
class JavaScriptOverServerSentEventsIT extends JavaScriptSuite {

    @Override
    String transport() {
        return "ServerSentEvents";
    }
}
