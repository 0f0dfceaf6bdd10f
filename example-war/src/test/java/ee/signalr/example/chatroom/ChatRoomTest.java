// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chatroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatRoomTest {

    private final ChatRoom room = new ChatRoom(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));

    @Test
    void shouldSayWhoWhenAndWhat() {
        assertThat(room.say("ann", "hello: all")).isEqualTo("ann:2026-01-02T03:04:05.000Z:hello: all");
    }

    @Test
    void shouldRememberInTheOrderInWhichThingsWereSaid() {
        String first = room.say("ann", "first");
        String second = room.say("bob", "second");

        assertThat(room.history()).containsExactly(first, second);
    }

    @Test
    void shouldForgetTheOldestWhenFull() {
        for (int i = 0; i <= ChatRoom.CAPACITY; i++) {
            room.say("ann", "message " + i);
        }

        assertThat(room.history()).hasSize(100);
        assertThat(room.history().get(0)).endsWith(":message 1");
        assertThat(room.history().get(99)).endsWith(":message 100");
    }

    @Test
    void shouldGiveASnapshotThatStaysAsItIs() {
        List<String> before = room.history();
        room.say("ann", "later");

        assertThat(before).isEmpty();
    }

    @Test
    void shouldForgetEverythingWhenCleared() {
        room.say("ann", "earlier");
        room.clear();
        String line = room.say("bob", "later");

        assertThat(room.history()).containsExactly(line);
    }
}
