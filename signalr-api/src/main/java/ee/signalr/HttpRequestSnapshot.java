// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the HTTP request that opened a connection's transport said, kept for the life of the connection: the WebSocket
 * upgrade, the event stream request, or the first poll. Immutable and thread-safe; values are decoded when asked for.
 */
public interface HttpRequestSnapshot {

    /**
     * The path of the request.
     *
     * @return context path and hub path as sent, not decoded, without the query; never null
     */
    String path();

    /**
     * The query string as it was sent, without the leading question mark.
     *
     * @return the raw query, or empty when the URL had none
     */
    Optional<String> queryString();

    /**
     * The query parameters, decoded as UTF-8.
     *
     * @return an immutable map from the parameter's name, as sent, to its values in order; never null
     */
    Map<String, List<String>> queryParameters();

    /**
     * The first value of a query parameter.
     *
     * @param name the name; compared exactly
     * @return the decoded value, or empty when the query has no such parameter
     */
    Optional<String> queryParameter(String name);

    /**
     * The header fields of the request.
     *
     * @return an immutable map whose keys compare ignoring case, to the values in order; never null
     */
    Map<String, List<String>> headers();

    /**
     * The first value of a header field.
     *
     * @param name the name; compared ignoring case
     * @return the value, or empty when the request had no such field
     */
    Optional<String> header(String name);

    /**
     * The cookies of the request.
     *
     * @return an immutable map from name to value, as sent; of cookies of the same name the first counts; never null
     */
    Map<String, String> cookies();

    /**
     * The address of the peer that sent the request: the client, or the last proxy before this server.
     *
     * @return an IP address in its textual form; never null
     */
    String remoteAddress();

    /**
     * The port of the peer.
     *
     * @return 0 to 65535
     */
    int remotePort();

    /**
     * The address at which the request was received.
     *
     * @return an IP address in its textual form; never null
     */
    String localAddress();

    /**
     * The port at which the request was received.
     *
     * @return 0 to 65535
     */
    int localPort();
}
