// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.Hub;

/** For few connections at a time. */
@Hub("/few")
public class FewHub {

    public String echo(String text) {
        return text;
    }
}
