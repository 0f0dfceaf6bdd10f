// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two messages have in common that call a method. */
public interface CallMessage {

    /** The id under which an answer is expected; null when none is. */
    @Nullable
    String invocationId();

    /** The name of the method; never null. */
    String target();

    /** {@link RawValue}s when received; any values, null too, when to be sent. */
    List<? extends @Nullable Object> arguments();

    /** The ids of the streams that the caller is going to send; null when the message had none. */
    @Nullable
    List<String> streamIds();
}
