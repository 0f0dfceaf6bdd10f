// SPDX-License-Identifier: Apache-2.0
package ee.signalr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InboundBuffer;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import ee.signalr.core.protocol.UnreadableArguments;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for any bytes that a protocol is asked to read: they are a message or refused by the one exception for that; bytes
 * around them do not count; values in them bind to a type or are refused by the one exception for that; what was bound and
 * written is written alike when it has been read again.
 */
final class ReaderCheck {

    private static final List<Type> TYPES = List.of(
            String.class,
            boolean.class,
            byte.class,
            int.class,
            long.class,
            double.class,
            BigDecimal.class,
            int[].class,
            byte[].class,
            Colour.class,
            Optional.class);

    private final HubProtocol protocol;

    ReaderCheck(HubProtocol protocol) {
        this.protocol = protocol;
    }

    /** Checks a message, and tells how many values there were in it. */
    int check(byte[] content) {
        HubMessage alone = read(content, 0, content.length);
        byte[] amid = Surroundings.around(content);
        HubMessage surrounded = read(amid, Surroundings.BEFORE, amid.length - Surroundings.AFTER);
        List<RawValue> values = values(alone);
        assertThat(typeOf(surrounded)).isEqualTo(typeOf(alone));
        assertThat(values(surrounded)).hasSameSizeAs(values);
        values.forEach(this::checkValue);
        return values.size();
    }

    private @Nullable HubMessage read(byte[] bytes, int start, int end) {
        try {
            return protocol.parse(bytes, start, end);
        } catch (HubProtocolException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return null;
        }
    }

    private void checkValue(RawValue value) {
        TYPES.forEach(type -> bind(value, type));
        bind(value, Object.class).ifPresent(bound -> {
            if (bound instanceof Map) {
                bind(value, Person.class); // not for other values: binding of classes is slow, and most of it not ours
            }
            byte[] written = protocol.write(CompletionMessage.withResult("1", bound));
            Object again = bind(onlyValueOf(written), Object.class).orElseThrow();
            assertThat(protocol.write(CompletionMessage.withResult("1", again))).isEqualTo(written);
        });
    }

    private Optional<Object> bind(RawValue value, Type type) {
        try {
            return Optional.ofNullable(protocol.bind(value, type));
        } catch (BindingException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    private RawValue onlyValueOf(byte[] written) {
        InboundBuffer buffer = new InboundBuffer();
        buffer.append(written);
        assertThat(buffer.next(protocol.messageFormat(), Integer.MAX_VALUE)).isTrue();
        HubMessage message = protocol.parse(buffer.array(), buffer.contentStart(), buffer.contentEnd());
        return values(message).get(0);
    }

    private static @Nullable Object typeOf(@Nullable HubMessage message) {
        return message == null ? null : message.type();
    }

    private static List<RawValue> values(@Nullable HubMessage message) {
        List<Object> found = new ArrayList<>();
        if (message instanceof InvocationMessage invocation) {
            found.addAll(readable(invocation.arguments()));
        } else if (message instanceof StreamInvocationMessage invocation) {
            found.addAll(readable(invocation.arguments()));
        } else if (message instanceof StreamItemMessage item) {
            found.add(item.item());
        } else if (message instanceof CompletionMessage completion && completion.result() != null) {
            found.add(completion.result());
        }
        return found.stream()
                .map(value -> (RawValue) Objects.requireNonNull(value))
                .toList();
    }

    /** The arguments, unless they are only claimed: then there is nothing to bind, however many there are said to be. */
    private static List<?> readable(List<?> arguments) {
        return arguments instanceof UnreadableArguments ? List.of() : arguments;
    }

    /** An enum to bind to. */
    enum Colour {
        RED,
        GREEN
    }

    /** A record to bind to. */
    record Person(@Nullable String name, int age, @Nullable List<String> friends) {}
}
