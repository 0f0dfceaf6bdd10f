// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

/** The JavaScript clients over long polling, in JSON. */
class JavaScriptOverLongPollingIT extends JavaScriptJsonSuite {

    JavaScriptOverLongPollingIT() {
        super("LongPolling");
    }
}
