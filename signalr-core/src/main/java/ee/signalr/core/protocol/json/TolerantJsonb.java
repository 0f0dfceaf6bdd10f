// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.Type;

/**
 * Reads names ignoring case where the implementation of JSON-B can, and as they are written where it cannot; see {@link
 * ExactCreators}. Thread-safe.
 */
final class TolerantJsonb implements Jsonb {

    private final Jsonb tolerant;
    private final Jsonb exact;
    private final ExactCreators creators = new ExactCreators();

    /**
     * Makes one of two instances that differ in nothing else; both are closed with this one.
     *
     * @param tolerant ignores the case of names that it reads
     * @param exact does not
     */
    TolerantJsonb(Jsonb tolerant, Jsonb exact) {
        this.tolerant = tolerant;
        this.exact = exact;
    }

    private Jsonb reading(Type type) {
        return creators.areNeededBy(type) ? exact : tolerant;
    }

    @Override
    public <T> T fromJson(String json, Class<T> type) {
        return reading(type).fromJson(json, type);
    }

    @Override
    public <T> T fromJson(String json, Type type) {
        return reading(type).fromJson(json, type);
    }

    @Override
    public <T> T fromJson(Reader json, Class<T> type) {
        return reading(type).fromJson(json, type);
    }

    @Override
    public <T> T fromJson(Reader json, Type type) {
        return reading(type).fromJson(json, type);
    }

    @Override
    public <T> T fromJson(InputStream json, Class<T> type) {
        return reading(type).fromJson(json, type);
    }

    @Override
    public <T> T fromJson(InputStream json, Type type) {
        return reading(type).fromJson(json, type);
    }

    @Override
    public String toJson(Object value) {
        return tolerant.toJson(value);
    }

    @Override
    public String toJson(Object value, Type type) {
        return tolerant.toJson(value, type);
    }

    @Override
    public void toJson(Object value, Writer json) {
        tolerant.toJson(value, json);
    }

    @Override
    public void toJson(Object value, Type type, Writer json) {
        tolerant.toJson(value, type, json);
    }

    @Override
    public void toJson(Object value, OutputStream json) {
        tolerant.toJson(value, json);
    }

    @Override
    public void toJson(Object value, Type type, OutputStream json) {
        tolerant.toJson(value, type, json);
    }

    @Override
    public void close() {
        try {
            close(tolerant);
        } finally {
            close(exact);
        }
    }

    private static void close(Jsonb jsonb) {
        try {
            jsonb.close();
        } catch (Exception failure) {
            throw new JsonbException("JSON-B could not be closed", failure);
        }
    }
}
