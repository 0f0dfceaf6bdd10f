// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition.elsewhere;

import ee.signalr.OnConnected;

/** The superclass of a hub in another package. */
public class BaseElsewhere {

    @OnConnected
    void joined() {}
}
