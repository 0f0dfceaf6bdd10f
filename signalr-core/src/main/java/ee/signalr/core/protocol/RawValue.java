// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/**
 * A value as it arrived, not yet bound to a type: a range of the bytes of a message. Parsing keeps arguments, items and
 * results in this form, because the type to bind to is known only when the target is. The bytes must not be written.
 *
 * @param bytes the array in which the value lies
 * @param start where it starts
 * @param end where it ends, exclusive
 */
@SuppressWarnings("ArrayRecordComponent") // compared never; the array is shared on purpose, it is the received message
public record RawValue(byte[] bytes, int start, int end) {

    /** How many bytes the value has. */
    public int size() {
        return end - start;
    }
}
