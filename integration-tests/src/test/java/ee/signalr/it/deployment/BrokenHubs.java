// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import ee.signalr.Hub;
import ee.signalr.OnConnected;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** Hubs that no application can be deployed with. */
final class BrokenHubs {

    private BrokenHubs() {}

    /** Breaks two rules at once. */
    @Hub("/overloaded")
    public static class Overloaded {

        /** Fine by itself. */
        public void say(String text) {}

        /** One too many. */
        public void Say(int number) {}

        /** Nobody can say what it takes. */
        public <T> void take(T anything) {}
    }

    /** Lives too long. */
    @Hub("/session")
    @SessionScoped
    public static class OfASession implements Serializable {

        private static final long serialVersionUID = 1L;

        /** Nothing is wrong with it. */
        public void fine() {}
    }

    /** Has the path of {@link GreeterHub}. */
    @Hub("/greeter")
    public static class SamePath {

        /** Wants what nobody can give. */
        @OnConnected
        void connected(String text) {}
    }
}
