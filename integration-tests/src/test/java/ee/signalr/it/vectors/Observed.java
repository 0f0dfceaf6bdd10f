// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * What came back in a replay. Immutable.
 *
 * @param messages the messages, pings left out
 * @param closeCode the WebSocket's close code, or {@link Outcome#STILL_OPEN}
 */
record Observed(List<JsonValue> messages, int closeCode) {}
