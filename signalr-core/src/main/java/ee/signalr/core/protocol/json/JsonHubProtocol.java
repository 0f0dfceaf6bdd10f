// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.EnumStyle;
import ee.signalr.TransferFormat;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.MessageFormat;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.TextMessageFormat;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON hub protocol. Envelopes, scalars, arrays, collections, maps with text keys and {@code Optional} are read and
 * written here, strictly; classes, records and everything else by JSON-B, from and to text. Thread-safe.
 */
public final class JsonHubProtocol implements HubProtocol {

    /** The name by which clients ask for this protocol. */
    public static final String NAME = "json";

    private static final int VERSION = 2;

    private final JsonBinder binder;
    private final EnvelopeWriter writer;

    /**
     * Makes a protocol.
     *
     * @param jsonb asked each time that a value needs JSON-B, so it should hand out one and the same instance, which stays
     *     the caller's to close; see {@link JsonbHolder}
     */
    public JsonHubProtocol(Supplier<Jsonb> jsonb) {
        this(jsonb, EnumStyle.NAMES);
    }

    /**
     * Makes a protocol.
     *
     * @param jsonb as above
     * @param enums how constants are written that this protocol writes itself; for those inside classes see {@link JsonbHolder}
     */
    public JsonHubProtocol(Supplier<Jsonb> jsonb, EnumStyle enums) {
        this.binder = new JsonBinder(jsonb);
        this.writer = new EnvelopeWriter(new ValueWriter(jsonb, enums));
    }

    /**
     * Makes a protocol.
     *
     * @param jsonb stays the caller's to close
     */
    public JsonHubProtocol(Jsonb jsonb) {
        this(() -> jsonb);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public TransferFormat transferFormat() {
        return TransferFormat.TEXT;
    }

    @Override
    public MessageFormat messageFormat() {
        return TextMessageFormat.INSTANCE;
    }

    @Override
    public @Nullable HubMessage parse(byte[] bytes, int start, int end) {
        try {
            return new EnvelopeReader(new JsonScanner(bytes, start, end)).read();
        } catch (JsonSyntaxException malformed) {
            HubProtocolException failure = HubProtocolException.invalidData("Error reading JSON.");
            failure.initCause(malformed);
            throw failure;
        }
    }

    @Override
    public @Nullable Object bind(RawValue value, Type type) {
        return binder.bind(value, type);
    }

    @Override
    public byte[] write(HubMessage message) {
        return writer.write(message);
    }
}
