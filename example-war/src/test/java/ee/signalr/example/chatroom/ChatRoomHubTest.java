// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chatroom;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.example.FakeCaller;
import ee.signalr.example.RecordingClients;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

class ChatRoomHubTest {

    private final RecordingClients clients = new RecordingClients();
    private final ChatRoom room = new ChatRoom();

    @Test
    void shouldTellEverybodyWhatTheRoomRemembers() {
        new ChatRoomHub(new FakeCaller("ann"), clients, room).sendPublicMessage("hello");

        String line = room.history().get(0);
        assertThat(line).matches("ann:[0-9T:.-]+Z:hello");
        assertThat(clients.takeDone()).containsExactly("all: ReceivePublicMessage[" + line + "]");
    }

    @Test
    void shouldTellNewcomersWhatWasSaid() {
        String line = room.say("ann", "hello");

        assertThat(new ChatRoomHub(new FakeCaller("bob"), clients, room).getHistory())
                .containsExactly(line);
    }

    @Test
    void shouldTellCallersWhoTheyAre() {
        assertThat(new ChatRoomHub(new FakeCaller("ann"), clients, room).getConnectionId())
                .isEqualTo("ann");
    }

    @Test
    void shouldForgetEverythingAndTellEverybody() {
        room.say("ann", "hello");
        new ChatRoomHub(new FakeCaller("ann"), clients, room).clearHistory();

        assertThat(room.history()).isEmpty();
        assertThat(clients.takeDone()).containsExactly("all: HistoryCleared[]");
    }

    @Test
    void shouldLetUsersInAndModeratorsTidyUp() throws NoSuchMethodException {
        assertThat(ChatRoomHub.class.getAnnotation(RolesAllowed.class).value()).containsExactly("user");
        assertThat(ChatRoomHub.class
                        .getMethod("clearHistory")
                        .getAnnotation(RolesAllowed.class)
                        .value())
                .containsExactly("moderator");
    }
}
