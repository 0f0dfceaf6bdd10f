// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.Hub;
import jakarta.annotation.security.DenyAll;

/** For nobody. */
@Hub("/denied")
@DenyAll
public class DeniedHub {

    public String echo(String text) {
        return text;
    }
}
