// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.hubconnection;

import ee.signalr.CancellationToken;
import ee.signalr.HttpRequestSnapshot;
import ee.signalr.HubCallerContext;
import ee.signalr.HubConnections.Reconnect;
import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.SerializedHubMessage;
import ee.signalr.core.security.SecurityRequirement.Access;
import ee.signalr.core.transport.OutboundMessage;
import java.security.Principal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The hub side of a connection, and the caller as a hub sees it. It knows its protocol, so messages can be written to it.
 * Thread-safe.
 */
public final class HubConnection implements HubCallerContext {

    private final TransportConnection connection;
    private final HubProtocol protocol;
    private final Executor executor;
    private final CancellationSource aborted = new CancellationSource();
    private final AtomicBoolean abortRequested = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable String userIdentifier;
    private volatile @Nullable ConcurrentMap<String, Object> items;
    private @Nullable Set<String> groups;
    private boolean ended;

    /**
     * Makes the hub side of a connection whose client speaks the given protocol.
     *
     * @param executor runs user code
     */
    public HubConnection(TransportConnection connection, HubProtocol protocol, Executor executor) {
        this.connection = connection;
        this.protocol = protocol;
        this.executor = executor;
    }

    /** Fixes the user id, once, before anybody else sees the connection. */
    public void identify(Optional<String> userId) {
        userIdentifier = userId.orElse(null);
    }

    /** The protocol that the client speaks; never null. */
    public HubProtocol protocol() {
        return protocol;
    }

    /** Where user code runs; never null. */
    public Executor executor() {
        return executor;
    }

    /** The connection underneath; never null. */
    public TransportConnection transportConnection() {
        return connection;
    }

    /**
     * Writes a message to this client alone.
     *
     * @throws ee.signalr.HubEncodingException when a value in it cannot be written
     */
    public void write(HubMessage message) {
        connection.send(encode(message), message.type().isCounted());
    }

    /** Writes a message that may leave together with the next one. */
    public void hold(HubMessage message) {
        connection.hold(encode(message), message.type().isCounted());
    }

    private OutboundMessage encode(HubMessage message) {
        return OutboundMessage.of(protocol.write(message), protocol.transferFormat());
    }

    /** Sends what is held. */
    public void flush() {
        connection.flush();
    }

    /** Sends a message that others get too. */
    public void send(SerializedHubMessage message) {
        connection.send(message.in(protocol), message.message().type().isCounted());
    }

    /** Completes when the client's queue has room: now, or later on a thread that may run user code. */
    public CompletionStage<Void> room() {
        CompletionStage<Void> room = connection.room();
        return room == TransportConnection.ROOM ? room : room.thenRunAsync(() -> {}, executor);
    }

    /**
     * Notes a membership; false when the connection has left all groups for good.
     *
     * @throws GroupLimitException when it cannot be in this group, or in no other one
     */
    public boolean joinGroup(String name) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            Set<String> joined = groups == null ? new HashSet<>(4) : groups;
            if (!joined.contains(name)) {
                requireRoom(name, joined.size());
                joined.add(name);
                groups = joined;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void requireRoom(String name, int joined) {
        Settings settings = connection.endpoint().settings();
        int longest = settings.get(Options.MAXIMUM_GROUP_NAME_LENGTH);
        if (longest > 0 && name.length() > longest) {
            connection.crossed(Options.MAXIMUM_GROUP_NAME_LENGTH);
            throw new GroupLimitException(
                    "SIGNALR-1112: the name of a group has at most " + longest + " characters, not " + name.length());
        }
        int most = settings.get(Options.MAXIMUM_GROUPS_PER_CONNECTION);
        if (most > 0 && joined >= most) {
            connection.crossed(Options.MAXIMUM_GROUPS_PER_CONNECTION);
            throw new GroupLimitException("SIGNALR-1113: a connection is in at most " + most + " groups");
        }
    }

    /** Ends the connection; its client may reconnect by itself or not. */
    public void close(Reconnect reconnect) {
        if (reconnect == Reconnect.FORBIDDEN) {
            abort();
        } else {
            connection.endInput();
        }
    }

    /** Decides on the roles of the caller, and ends the connection if they do not let it in. */
    public void decideRoles(Set<String> roles) {
        connection.owner().decide(roles);
        if (connection.endpoint().requirement().access(connection.caller()) != Access.GRANTED) {
            abort();
        }
    }

    /** Forgets a membership. */
    public void leaveGroup(String name) {
        lock.lock();
        try {
            if (groups != null) {
                groups.remove(name);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Leaves all groups for good, and tells which they were. */
    public Set<String> leaveAllGroups() {
        lock.lock();
        try {
            ended = true;
            Set<String> left = groups == null ? Set.of() : groups;
            groups = null;
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the application or the client has asked for an end after which the client must not reconnect by itself. */
    public boolean isAbortRequested() {
        return abortRequested.get();
    }

    /** Fires the signal that the connection has ended. */
    public void markAborted() {
        aborted.cancel();
    }

    @Override
    public String connectionId() {
        return connection.id();
    }

    @Override
    public Optional<String> userIdentifier() {
        return Optional.ofNullable(userIdentifier);
    }

    @Override
    public Optional<Principal> principal() {
        return Optional.ofNullable(connection.caller().principal());
    }

    @Override
    public Set<String> roles() {
        return connection.caller().roles();
    }

    @Override
    public boolean isInRole(String role) {
        return connection.caller().isInRole(role);
    }

    @Override
    public ConcurrentMap<String, Object> items() {
        ConcurrentMap<String, Object> made = items;
        if (made != null) {
            return made;
        }
        lock.lock();
        try {
            if (items == null) {
                items = new ConcurrentHashMap<>(4);
            }
            return items;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TransportType transport() {
        return connection.transportType();
    }

    @Override
    public CancellationToken aborted() {
        return aborted;
    }

    @Override
    public void abort() {
        if (abortRequested.compareAndSet(false, true)) {
            connection.endInput();
        }
    }

    @Override
    public HttpRequestSnapshot httpRequest() {
        return connection.origin().request();
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
