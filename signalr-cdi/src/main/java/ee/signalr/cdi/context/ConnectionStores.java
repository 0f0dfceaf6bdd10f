// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.CancellationToken;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The connection scope of every connection that has used it. Thread-safe. */
final class ConnectionStores {

    private final ConcurrentMap<Object, ConnectionStore> stores = new ConcurrentHashMap<>();
    private final boolean used;
    private final ClassLoader loader;

    /**
     * Makes it.
     *
     * @param used whether the application has beans of this scope at all; without any, connections cost nothing
     * @param loader the class loader that the beans expect at their end
     */
    ConnectionStores(boolean used, ClassLoader loader) {
        this.used = used;
        this.loader = loader;
    }

    /**
     * Begins a use of the store of a connection; null when nobody needs one.
     *
     * @param connection who uses it: always the same object for the same connection
     * @param ended tells that the connection has ended
     */
    @Nullable
    ConnectionStore enter(Object connection, CancellationToken ended) {
        if (!used) {
            return null;
        }
        ConnectionStore known = stores.get(connection);
        if (known != null && known.enter()) {
            return known;
        }
        return join(connection, ended, new ConnectionStore(loader));
    }

    private ConnectionStore join(Object connection, CancellationToken ended, ConnectionStore made) {
        made.enter();
        ConnectionStore other = stores.putIfAbsent(connection, made);
        if (other != null && other.enter()) {
            return other;
        }
        if (other != null || ended.isCancelled()) {
            // Asked after adding: the connection has ended, perhaps its last callback has run and nobody would ever end
            // this
            // store. A call that is so late, or the last callback itself, has one of its own until it leaves.
            stores.remove(connection, made);
            made.end();
        }
        return made;
    }

    /** The connection has ended. Never throws. */
    void end(Object connection) {
        ConnectionStore store = stores.remove(connection);
        if (store != null) {
            store.end();
        }
    }

    /** The application ends. Never throws. */
    void endAll() {
        stores.values().forEach(ConnectionStore::end);
        stores.clear();
    }
}
