// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import com.microsoft.signalr.TransportEnum;

/** The Java client over long polling; it has no server-sent events. */
class JavaOverLongPollingIT extends JavaClientSuite {

    @Override
    TransportEnum transport() {
        return TransportEnum.LONG_POLLING;
    }
}
