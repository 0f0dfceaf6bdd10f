// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.core.dispatch.HubCaller;
import org.jspecify.annotations.Nullable;

/** What runs on a thread: the call of a hub, or the callback of a connection handler. */
interface RunningCall {

    /** The class whose method runs; never null. */
    Class<?> beanClass();

    /** Who is calling; null when it is no call of a hub. */
    @Nullable
    HubCaller caller();

    /** The hub that is called; null when it is no call of a hub. */
    @Nullable
    Class<?> hubClass();

    /** The connection scope; null when the application does not use it. */
    @Nullable
    ConnectionStore connection();
}
