// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.io.IOException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** Writes values into a message. Used again and again, but not after a failure; confined to one call at a time. */
final class ValueOutput {

    /** Deeper nesting is taken for a cycle. */
    static final int MAXIMUM_DEPTH = 500;

    /** Text of any length is turned into bytes by the virtual machine, which is faster than a charset encoder. */
    private static final MessagePack.PackerConfig CONFIGURATION =
            new MessagePack.PackerConfig().withSmallStringOptimizationThreshold(Integer.MAX_VALUE);

    private final FrameBuffer buffer = new FrameBuffer();
    private final MessagePacker packer = CONFIGURATION.newPacker(buffer);
    private int depth;

    /** Writes what a single token is. */
    MessagePacker packer() {
        return packer;
    }

    /** Starts to write the elements of a container; {@link #leave} ends that. */
    void enter() {
        if (++depth > MAXIMUM_DEPTH) {
            throw new IllegalArgumentException("Values lie more than " + MAXIMUM_DEPTH + " deep in each other");
        }
    }

    /** The container that was entered last has been written. */
    void leave() {
        depth--;
    }

    /** The message with its framing, in an array of its own; afterwards the next can be written. */
    byte[] frame() throws IOException {
        packer.flush();
        return buffer.take();
    }
}
