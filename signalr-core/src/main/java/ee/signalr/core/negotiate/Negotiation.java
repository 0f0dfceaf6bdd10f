// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.negotiate;

import ee.signalr.TransferFormat;
import ee.signalr.TransportType;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers a negotiate request: which version is spoken, and what the client may do. Texts and the order of members are those
 * of the reference server; a refusal is an answer too, with HTTP status 200. Immutable.
 */
public final class Negotiation {

    /** The highest version that is spoken: from 1 on the token differs from the connection id. */
    public static final int HIGHEST_VERSION = 1;

    private static final Map<TransportType, List<TransferFormat>> FORMATS = new EnumMap<>(Map.of(
            TransportType.WEB_SOCKETS, List.of(TransferFormat.TEXT, TransferFormat.BINARY),
            TransportType.SERVER_SENT_EVENTS, List.of(TransferFormat.TEXT),
            TransportType.LONG_POLLING, List.of(TransferFormat.TEXT, TransferFormat.BINARY)));

    private final int version;
    private final @Nullable String error;
    private final @Nullable Integer tokenLifetime;

    private Negotiation(int version, @Nullable String error, @Nullable Integer tokenLifetime) {
        this.version = version;
        this.error = error;
        this.tokenLifetime = tokenLifetime;
    }

    /**
     * Decides on a request.
     *
     * @param requestedVersion the value of the query parameter {@code negotiateVersion}; null when there is none, which
     *     stands for version 0
     * @param minimumVersion the lowest version that is accepted
     */
    public static Negotiation of(@Nullable String requestedVersion, int minimumVersion) {
        int requested = 0;
        if (requestedVersion != null) {
            try {
                requested = Integer.parseInt(requestedVersion.strip());
            } catch (NumberFormatException notAnInteger) {
                return new Negotiation(0, "The client requested a non-integer protocol version.", null);
            }
        }
        if (requested < minimumVersion) {
            return new Negotiation(
                    0,
                    "The client requested version '" + requested + "', but the server does not support this version.",
                    null);
        }
        return new Negotiation(Math.min(requested, HIGHEST_VERSION), null, null);
    }

    /** The same decision, which also tells how many seconds the authentication of the client lasts; not told in version 0. */
    public Negotiation withTokenLifetime(int seconds) {
        return new Negotiation(version, error, seconds);
    }

    /** Why the request is refused; empty when it is not. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** The version to speak. */
    public int version() {
        return version;
    }

    /** The body that refuses the request, in UTF-8. */
    public byte[] refusal() {
        return ("{\"error\":\"" + error + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The body that accepts the request, in UTF-8.
     *
     * @param connectionId the public id
     * @param connectionToken the secret token; not written for version 0, where the id serves as token
     * @param transports what the client may use, listed in the order that clients prefer
     */
    public byte[] acceptance(String connectionId, String connectionToken, Collection<TransportType> transports) {
        return acceptance(connectionId, connectionToken, transports, false);
    }

    /**
     * The body that accepts the request, in UTF-8.
     *
     * @param connectionId the public id
     * @param connectionToken the secret token; not written for version 0, where the id serves as token
     * @param transports what the client may use, listed in the order that clients prefer
     * @param reconnect whether stateful reconnect is granted; clients that have not asked for it take that for an error
     */
    public byte[] acceptance(
            String connectionId, String connectionToken, Collection<TransportType> transports, boolean reconnect) {
        StringBuilder json = new StringBuilder(360);
        json.append('{');
        if (reconnect) {
            json.append("\"useStatefulReconnect\":true,");
        }
        json.append("\"negotiateVersion\":").append(version);
        json.append(",\"connectionId\":\"").append(connectionId).append('"');
        if (version > 0) {
            json.append(",\"connectionToken\":\"").append(connectionToken).append('"');
        }
        if (version > 0 && tokenLifetime != null) {
            json.append(",\"tokenLifetimeSeconds\":").append(tokenLifetime.intValue());
        }
        json.append(FORMATS.keySet().stream()
                .filter(transports::contains)
                .map(Negotiation::transport)
                .collect(Collectors.joining(",", ",\"availableTransports\":[", "]}")));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String transport(TransportType type) {
        return FORMATS.getOrDefault(type, List.of()).stream()
                .map(format -> '"' + format.wireName() + '"')
                .collect(Collectors.joining(
                        ",", "{\"transport\":\"" + type.wireName() + "\",\"transferFormats\":[", "]}"));
    }
}
