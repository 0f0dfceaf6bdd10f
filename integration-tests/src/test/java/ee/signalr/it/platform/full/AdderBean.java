// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.platform.full;

import jakarta.ejb.Stateless;

/** An enterprise bean that hubs use. */
@Stateless
public class AdderBean {

    /** Adds. */
    public int add(int first, int second) {
        return first + second;
    }
}
