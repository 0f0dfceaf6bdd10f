// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import ee.signalr.ClientProxy;
import ee.signalr.GroupManager;
import ee.signalr.HubCallerClients;
import ee.signalr.SingleClientProxy;
import ee.signalr.TypedHubCallerClients;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Clients and groups that write down what is done to them, in order: {@code all: receive[hello]}. Not thread-safe.
 */
public final class RecordingClients implements HubCallerClients, GroupManager {

    private final List<String> done = new ArrayList<>();
    private final Queue<CompletableFuture<Object>> asked = new ArrayDeque<>();

    /** What was done since the last time that somebody asked. */
    public List<String> takeDone() {
        List<String> taken = List.copyOf(done);
        done.clear();
        return taken;
    }

    /** Answers the question that has waited longest. */
    public void answer(Object answer) {
        asked.remove().complete(answer);
    }

    @Override
    public CompletionStage<Void> add(String connectionId, String groupName) {
        return record("add " + connectionId + " to " + groupName);
    }

    @Override
    public CompletionStage<Void> remove(String connectionId, String groupName) {
        return record("remove " + connectionId + " from " + groupName);
    }

    @Override
    public ClientProxy all() {
        return client("all");
    }

    @Override
    public ClientProxy allExcept(Collection<String> excludedConnectionIds) {
        return client("all except " + excludedConnectionIds);
    }

    @Override
    public SingleClientProxy client(String connectionId) {
        return new RecordingClient(connectionId);
    }

    @Override
    public ClientProxy clients(Collection<String> connectionIds) {
        return client("clients " + connectionIds);
    }

    @Override
    public ClientProxy group(String groupName) {
        return client("group " + groupName);
    }

    @Override
    public ClientProxy groups(Collection<String> groupNames) {
        return client("groups " + groupNames);
    }

    @Override
    public ClientProxy groupExcept(String groupName, Collection<String> excludedConnectionIds) {
        return client("group " + groupName + " except " + excludedConnectionIds);
    }

    @Override
    public ClientProxy user(String userId) {
        return client("user " + userId);
    }

    @Override
    public ClientProxy users(Collection<String> userIds) {
        return client("users " + userIds);
    }

    @Override
    public SingleClientProxy caller() {
        return client("caller");
    }

    @Override
    public ClientProxy others() {
        return client("others");
    }

    @Override
    public ClientProxy othersInGroup(String groupName) {
        return client("others in " + groupName);
    }

    @Override
    public <T> TypedHubCallerClients<T> typed(Class<T> clientType) {
        return new RecordingTypedClients<>(this, clientType);
    }

    private CompletionStage<Void> record(String what) {
        done.add(what);
        return CompletableFuture.completedFuture(null);
    }

    /** Writes down what it is sent and asked. */
    private final class RecordingClient implements SingleClientProxy {

        private final String name;

        RecordingClient(String name) {
            this.name = name;
        }

        @Override
        public CompletionStage<Void> send(String method, Object... arguments) {
            return record(name + ": " + method + Arrays.deepToString(arguments));
        }

        @Override
        public <T> CompletionStage<T> invoke(Class<T> resultType, String method, Object... arguments) {
            return invoke((Type) resultType, method, arguments);
        }

        @Override
        @SuppressWarnings("unchecked") // as the test answers
        public <T> CompletionStage<T> invoke(Type resultType, String method, Object... arguments) {
            record(name + " is asked: " + method + Arrays.deepToString(arguments));
            CompletableFuture<Object> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer.thenApply(value -> (T) value);
        }

        @Override
        public SingleClientProxy withTimeout(Duration timeout) {
            return this;
        }
    }
}
