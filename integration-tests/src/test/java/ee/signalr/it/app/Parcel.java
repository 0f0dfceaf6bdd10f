// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import java.util.List;

/** An object with members of several kinds. Mutable, for JSON-B; not thread-safe. */
public class Parcel {

    /** What it is called. */
    public String givenName;

    /** How heavy it is. */
    public long weight;

    /** What it carries. */
    public List<Parcel> parts;
}
