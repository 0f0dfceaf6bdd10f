// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.TransferFormat;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubMessageType;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.MessageFormat;
import ee.signalr.core.protocol.RawValue;
import java.lang.reflect.Type;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Another protocol under a name and a transfer format of its own, which counts the calls that it writes. Thread-safe. */
public final class CountingProtocol implements HubProtocol {

    private final HubProtocol protocol;
    private final String name;
    private final TransferFormat transferFormat;
    private final AtomicInteger invocationsWritten = new AtomicInteger();

    public CountingProtocol(HubProtocol protocol, String name, TransferFormat transferFormat) {
        this.protocol = protocol;
        this.name = name;
        this.transferFormat = transferFormat;
    }

    public int invocationsWritten() {
        return invocationsWritten.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return protocol.version();
    }

    @Override
    public TransferFormat transferFormat() {
        return transferFormat;
    }

    @Override
    public MessageFormat messageFormat() {
        return protocol.messageFormat();
    }

    @Override
    public @Nullable HubMessage parse(byte[] bytes, int start, int end) {
        return protocol.parse(bytes, start, end);
    }

    @Override
    public @Nullable Object bind(RawValue value, Type type) {
        return protocol.bind(value, type);
    }

    @Override
    public byte[] write(HubMessage message) {
        if (message.type() == HubMessageType.INVOCATION) {
            invocationsWritten.incrementAndGet();
        }
        return protocol.write(message);
    }
}
