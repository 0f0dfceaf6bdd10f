// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

/** A message and how many listeners have it. Mutable; guarded by the lock of the {@link EventBoard}. */
final class Message {

    private final String text;
    private int holders;

    Message(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    void given() {
        holders++;
    }

    /**
     * A listener had gone before it read the message.
     *
     * @return whether nobody has it any more
     */
    boolean lost() {
        holders--;
        return holders == 0;
    }
}
