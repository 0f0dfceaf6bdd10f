// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An object with members of many kinds. Mutable, for JSON-B; not thread-safe. */
public class Ticket {

    /** A text. */
    public String holderName;

    /** A number. */
    public int seat;

    /** A number with a fraction. */
    public double price;

    /** An enum. */
    public Shade shade;

    /** An identifier. */
    public UUID number;

    /** Texts. */
    public List<String> stamps;

    /** Numbers by name. */
    public Map<String, Integer> fees;
}
