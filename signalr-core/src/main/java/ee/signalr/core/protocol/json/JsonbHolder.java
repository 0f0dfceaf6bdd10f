// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.spi.JsonProvider;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON-B instance of an application, made when first asked for, so that hubs without structured values need no
 * implementation of JSON-B. It refuses integers that would overflow or lose a fraction. Thread-safe.
 */
public final class JsonbHolder implements Supplier<Jsonb>, AutoCloseable {

    private final JsonbConfig config;
    private final Lock lock = new ReentrantLock();
    private volatile @Nullable Jsonb made;
    private volatile boolean closed;

    /**
     * Makes a holder.
     *
     * @param config see {@link JsonbDefaults}
     */
    public JsonbHolder(JsonbConfig config) {
        this.config = config;
    }

    /**
     * The instance. Implementations are looked up by the class loader of the thread that asks first: let it be one of the
     * application.
     *
     * @return always the same; never null
     * @throws JsonbException when there is no implementation of JSON-B
     * @throws IllegalStateException when this holder is closed
     */
    @Override
    public Jsonb get() {
        Jsonb jsonb = made;
        return jsonb == null ? make() : jsonb;
    }

    /** From now on constants of enumerations are written as their positions, inside classes too. */
    public void writeEnumsAsNumbers() {
        lock.lock();
        try {
            EnumNumbers numbers = new EnumNumbers();
            config.withSerializers(numbers).withDeserializers(numbers);
            if (made != null) {
                discard();
                // Now, on a thread of the application: implementations are looked up by its class loader.
                make();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Closes the instance, if there is one. Idempotent; afterwards there is none.
     *
     * @throws JsonbException when the implementation fails to
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            discard();
        } finally {
            lock.unlock();
        }
    }

    private void discard() {
        Jsonb jsonb = made;
        made = null;
        try {
            if (jsonb != null) {
                jsonb.close();
            }
        } catch (Exception failure) {
            throw new JsonbException("JSON-B could not be closed", failure);
        }
    }

    private Jsonb make() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("JSON-B is closed");
            }
            Jsonb jsonb = made;
            if (jsonb == null) {
                jsonb = ignoresCase()
                        ? new TolerantJsonb(build(config), build(JsonbDefaults.withExactNames(config)))
                        : build(config);
                made = jsonb;
            }
            return jsonb;
        } finally {
            lock.unlock();
        }
    }

    private boolean ignoresCase() {
        return config.getProperty(JsonbConfig.PROPERTY_NAMING_STRATEGY)
                .filter(PropertyNamingStrategy.CASE_INSENSITIVE::equals)
                .isPresent();
    }

    private static Jsonb build(JsonbConfig config) {
        return JsonbBuilder.newBuilder()
                .withConfig(config)
                .withProvider(new ExactJsonProvider(JsonProvider.provider()))
                .build();
    }
}
