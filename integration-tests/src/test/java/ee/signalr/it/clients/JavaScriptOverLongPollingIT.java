// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

/** The JavaScript clients over LongPolling. */
class JavaScriptOverLongPollingIT extends JavaScriptSuite {

    @Override
    String transport() {
        return "LongPolling";
    }
}
