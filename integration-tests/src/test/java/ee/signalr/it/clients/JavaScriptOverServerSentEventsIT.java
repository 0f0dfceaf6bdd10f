// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

/** The JavaScript clients over server-sent events, in JSON. */
class JavaScriptOverServerSentEventsIT extends JavaScriptJsonSuite {

    JavaScriptOverServerSentEventsIT() {
        super("ServerSentEvents");
    }
}
