// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import java.lang.reflect.Type;

/** Makes events that can be told apart by their parts. Stateless. */
final class FakeSse implements Sse {

    @Override
    public OutboundSseEvent.Builder newEventBuilder() {
        return new Builder();
    }

    @Override
    public SseBroadcaster newBroadcaster() {
        throw new UnsupportedOperationException();
    }

    /** An event of name, data and comment; what is not there is null. */
    record Event(String getName, String getData, String getComment) implements OutboundSseEvent {

        @Override
        public String getId() {
            return null;
        }

        @Override
        public long getReconnectDelay() {
            return RECONNECT_NOT_SET;
        }

        @Override
        public boolean isReconnectDelaySet() {
            return false;
        }

        @Override
        public Class<?> getType() {
            return String.class;
        }

        @Override
        public Type getGenericType() {
            return String.class;
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }
    }

    private static final class Builder implements OutboundSseEvent.Builder {

        private String name;
        private String data;
        private String comment;

        @Override
        public OutboundSseEvent.Builder id(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutboundSseEvent.Builder name(String name) {
            this.name = name;
            return this;
        }

        @Override
        public OutboundSseEvent.Builder reconnectDelay(long milliseconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutboundSseEvent.Builder mediaType(MediaType mediaType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutboundSseEvent.Builder comment(String comment) {
            this.comment = comment;
            return this;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public OutboundSseEvent.Builder data(Class type, Object data) {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public OutboundSseEvent.Builder data(GenericType type, Object data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutboundSseEvent.Builder data(Object data) {
            this.data = (String) data;
            return this;
        }

        @Override
        public OutboundSseEvent build() {
            return new Event(name, data, comment);
        }
    }
}
