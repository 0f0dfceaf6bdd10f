// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

/** The request scope of one call. Confined to the thread of its synchronous part. */
@FunctionalInterface
interface RequestScope {

    /** Ends it; never throws. */
    void close();
}
