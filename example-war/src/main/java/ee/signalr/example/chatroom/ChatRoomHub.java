// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chatroom;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A room for users that newcomers can read back, and that moderators may tidy up. One hub at two paths, since paths tell upper from
 * lower case by default.
 */
@Hub({"/hubs/chatroom", "/Hubs/ChatRoom"})
@RolesAllowed("user")
public class ChatRoomHub {

    private final HubCallerContext context;
    private final HubCallerClients clients;
    private final ChatRoom room;

    @Inject
    ChatRoomHub(HubCallerContext context, HubCallerClients clients, ChatRoom room) {
        this.context = context;
        this.clients = clients;
        this.room = room;
    }

    /**
     * Says something to everybody, and for those who come later.
     *
     * @param message what to say
     * @return done when the message is on its way
     */
    public CompletionStage<Void> sendPublicMessage(String message) {
        return clients.all().send("ReceivePublicMessage", room.say(context.connectionId(), message));
    }

    /**
     * Who the caller is, for clients that have skipped the negotiation, which tells others so.
     *
     * @return the connection id with which the caller's lines begin
     */
    public String getConnectionId() {
        return context.connectionId();
    }

    /**
     * What was said last.
     *
     * @return at most 100 lines as sent by {@code ReceivePublicMessage}, oldest first
     */
    public List<String> getHistory() {
        return room.history();
    }

    /**
     * Forgets all that was said, and tells everybody.
     *
     * @return done when the news is on its way
     */
    @RolesAllowed("moderator")
    public CompletionStage<Void> clearHistory() {
        room.clear();
        return clients.all().send("HistoryCleared");
    }
}
