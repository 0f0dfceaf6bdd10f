// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.protocol;

import ee.signalr.TransferFormat;
import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.MessageFormat;
import ee.signalr.core.protocol.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calls as {@code call id target argument …}, answers as {@code done id result} or {@code failed id error}, calls of the server as
 * {@code call target argument …}. Stateless.
 */
@ApplicationScoped
public class LineProtocol implements HubProtocol {

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public TransferFormat transferFormat() {
        return TransferFormat.TEXT;
    }

    @Override
    public MessageFormat messageFormat() {
        return LineFormat.INSTANCE;
    }

    @Override
    public HubMessage parse(byte[] bytes, int start, int end) {
        List<RawValue> words = words(bytes, start, end);
        return switch (text(words.get(0))) {
            case "call" -> call(words);
            case "bye" -> new CloseMessage(null, false);
            case "" -> throw HubProtocolException.invalidData("An empty line.");
            default -> null;
        };
    }

    private static HubMessage call(List<RawValue> words) {
        if (words.size() < 3) {
            throw HubProtocolException.invalidData("A call without a target.");
        }
        List<RawValue> arguments = words.subList(3, words.size());
        return new InvocationMessage(Map.of(), text(words.get(1)), text(words.get(2)), arguments, null);
    }

    private static List<RawValue> words(byte[] bytes, int start, int end) {
        List<RawValue> words = new ArrayList<>();
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || bytes[at] == ' ') {
                words.add(new RawValue(bytes, from, at));
                from = at + 1;
            }
        }
        return words;
    }

    private static String text(RawValue word) {
        return new String(word.bytes(), word.start(), word.size(), StandardCharsets.UTF_8);
    }

    @Override
    public Object bind(RawValue value, Type type) {
        if (type != String.class) {
            throw new BindingException("A word is a text, not a " + type);
        }
        return text(value);
    }

    @Override
    public byte[] write(HubMessage message) {
        return (line(message) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String line(HubMessage message) {
        if (message instanceof CompletionMessage completion) {
            return completion.error() == null
                    ? "done " + completion.invocationId() + " " + completion.result()
                    : "failed " + completion.invocationId() + " " + completion.error();
        }
        if (message instanceof InvocationMessage call) {
            return call.arguments().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" ", "call " + call.target() + " ", ""));
        }
        return message.type().name();
    }
}
