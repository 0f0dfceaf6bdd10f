// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.restless;

/** Lives as long as the class loader of the application that made it, and so tells how many of these live. Immutable. */
public final class Mark {

    /** The one of this class loader. */
    static final Mark OF_THIS_CLASS_LOADER = new Mark();

    private Mark() {}
}
