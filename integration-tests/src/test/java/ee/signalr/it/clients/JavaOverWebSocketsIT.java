// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import com.microsoft.signalr.TransportEnum;

/** The Java client over WebSockets. */
class JavaOverWebSocketsIT extends JavaClientSuite {

    @Override
    TransportEnum transport() {
        return TransportEnum.WEBSOCKETS;
    }
}
