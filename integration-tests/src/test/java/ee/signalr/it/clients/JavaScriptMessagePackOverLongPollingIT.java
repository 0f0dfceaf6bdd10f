// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

/** The JavaScript client over long polling, in MessagePack. */
class JavaScriptMessagePackOverLongPollingIT extends JavaScriptSuite {

    JavaScriptMessagePackOverLongPollingIT() {
        super("LongPolling", "messagepack");
    }
}
