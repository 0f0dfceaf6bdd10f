// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import ee.signalr.TransferFormat;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * An encoding of hub messages: between {@link HubMessage}s and bytes, and between {@link RawValue}s and Java values.
 * Implementations are thread-safe.
 */
public interface HubProtocol {

    /** The name by which a client asks for it in the handshake, compared ignoring case; never null. */
    String name();

    /** The highest version that is spoken; lower ones are accepted too. */
    int version();

    /** Whether its frames are text or binary. */
    TransferFormat transferFormat();

    /** How its messages are framed. */
    MessageFormat messageFormat();

    /**
     * Reads one message. Arguments, items and results stay {@link RawValue}s of the given array, which must not be written
     * afterwards.
     *
     * @param bytes the array in which the message lies
     * @param start where its content starts
     * @param end where its content ends, exclusive
     * @return the message, or null when it is of a type that this protocol does not know, which is to be ignored
     * @throws HubProtocolException when the envelope is broken
     */
    @Nullable
    HubMessage parse(byte[] bytes, int start, int end);

    /**
     * Binds a received value to a Java type.
     *
     * @return the value, null included
     * @throws BindingException when it does not fit
     */
    @Nullable
    Object bind(RawValue value, Type type);

    /**
     * Writes one message with its framing.
     *
     * @return the encoded message; never null
     * @throws ee.signalr.HubEncodingException when a value in it cannot be written
     */
    byte[] write(HubMessage message);
}
