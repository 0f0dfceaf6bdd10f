// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.HttpRequestSnapshot;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who opened the transport of a connection, and by which request.
 *
 * @param principal whom the container has authenticated; null when nobody
 * @param request the request
 */
public record TransportOrigin(@Nullable Principal principal, HttpRequestSnapshot request) {}
