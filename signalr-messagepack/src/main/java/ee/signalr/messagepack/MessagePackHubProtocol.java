// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.HubEncodingException;
import ee.signalr.PropertyNaming;
import ee.signalr.TransferFormat;
import ee.signalr.core.protocol.BinaryMessageFormat;
import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubMessageType;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.MessageFormat;
import ee.signalr.core.protocol.RawValue;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;

/**
 * The MessagePack hub protocol. Packers and unpackers are kept by this object, which belongs to one application: nothing of it
 * stays behind on threads. Thread-safe.
 */
public final class MessagePackHubProtocol implements HubProtocol {

    /** The name by which clients ask for this protocol. */
    public static final String NAME = "messagepack";

    private static final int VERSION = 2;

    private final Pool<ValueInput> inputs = new Pool<>(ValueInput::new);
    private final Pool<ValueOutput> outputs = new Pool<>(ValueOutput::new);
    private final ValueReaders readers;
    private final EnvelopeWriter writer;

    /**
     * Makes a protocol.
     *
     * @param naming how the members of objects are called
     */
    public MessagePackHubProtocol(PropertyNaming naming) {
        ObjectModels models = new ObjectModels(naming);
        this.readers = new ValueReaders(models);
        this.writer = new EnvelopeWriter(new ValueWriters(models));
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
        return TransferFormat.BINARY;
    }

    @Override
    public MessageFormat messageFormat() {
        return BinaryMessageFormat.INSTANCE;
    }

    @Override
    public @Nullable HubMessage parse(byte[] bytes, int start, int end) {
        ValueInput input = inputs.take();
        try {
            return new EnvelopeReader(input.open(bytes, start, end)).read();
        } catch (IOException | MessagePackException broken) { // of what follows the known members only
            HubProtocolException failure = HubProtocolException.invalidData("Reading the message failed.");
            failure.initCause(broken);
            throw failure;
        } finally {
            input.close();
            inputs.give(input);
        }
    }

    @Override
    public @Nullable Object bind(RawValue value, Type type) {
        ValueReader reader = readers.of(type);
        ValueInput input = inputs.take();
        try {
            Object bound = reader.read(input.open(value.bytes(), value.start(), value.end()));
            if (input.remaining() > 0) {
                throw new BindingException("More than one value cannot be bound to " + type.getTypeName());
            }
            return bound;
        } catch (BindingException unfit) {
            throw unfit;
        } catch (IOException | RuntimeException unfit) { // the latter also of constructors and setters
            throw new BindingException("The value does not fit " + type.getTypeName(), unfit);
        } finally {
            input.close();
            inputs.give(input);
        }
    }

    @Override
    public byte[] write(HubMessage message) {
        if (message.type() == HubMessageType.PING) {
            return EnvelopeWriter.ping();
        }
        ValueOutput output = outputs.take();
        byte[] written;
        try {
            writer.write(output, message);
            written = output.frame();
        } catch (Exception | StackOverflowError | LinkageError unwritable) { // whatever classes of the application do
            // The output is not given back: what is in it is not a message.
            throw new HubEncodingException("A value cannot be written as MessagePack", unwritable);
        }
        outputs.give(output);
        return written;
    }
}
