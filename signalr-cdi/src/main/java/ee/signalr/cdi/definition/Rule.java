// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

/**
 * The catalog of what a deployment must keep to, each rule with its stable code. None of these texts reaches a client.
 */
public enum Rule {
    /** Clients find methods by name alone, ignoring case. User action: rename one, or use {@code @HubMethodName}. */
    DUPLICATE_METHOD(2101, "Duplicate definitions of '%s'. Overloading is not supported."),
    /** A client cannot say what a type parameter stands for. */
    GENERIC_METHOD(2102, "Method '%s' is a generic method which is not supported on a Hub."),
    /** A request could not be told from one to the other hub. */
    DUPLICATE_PATH(
            2103,
            "Path '%s' is taken by %s. A path belongs to one hub or connection handler, and so does"
                    + " its '/negotiate'."),
    /** Configuration keys could not be told from those of the other hub. User action: {@code @Hub(name = …)}. */
    DUPLICATE_NAME(2104, "The name '%s' is taken by %s. The name of a hub or connection handler is unique."),
    /** No request would ever reach the hub there, or requests for others would. */
    BAD_PATH(
            2105,
            "Path '%s' is not usable. A path starts with '/', does not end with it unless it is all there is, and"
                    + " contains no '//', '*', '{', '}', '?', '#', ';' or blank."),
    /** A hub that nobody can reach. */
    NO_PATH(2106, "There is no path. A hub has at least one."),
    /** A static method has no hub. */
    STATIC_CALLBACK(2107, "A method marked @%s must not be static."),
    /** Their order would be undefined. */
    SEVERAL_CALLBACKS(2108, "A hub has at most one method marked @%s; another one is %s."),
    /** Nothing could be given for the parameter. */
    CALLBACK_PARAMETER(2109, "A method marked @%s cannot have a parameter of type %s. Allowed are %s."),
    /** Nobody would read the result. */
    CALLBACK_RESULT(2110, "A method marked @%s returns void or a CompletionStage, not %s."),
    /** The method would run on the client proxy, where nothing is injected. */
    UNREACHABLE_CALLBACK(
            2111,
            "A method marked @%s must not be %s in a hub with scope @%s, because a client proxy cannot pass it on."),
    /** A name that no client could say. */
    EMPTY_METHOD_NAME(2112, "@HubMethodName is empty."),
    /** Other scopes outlive or underlive calls and connections in ways that nobody could rely on. */
    SCOPE(
            2113,
            "Scope @%s is not possible. A hub is @Dependent, @RequestScoped, @ConnectionScoped or @ApplicationScoped."),
    /** There would be no instance to call. */
    NO_MANAGED_BEAN(2114, "%s. A hub is a concrete class of which CDI makes managed beans."),
    /** There is no disconnection during a call. */
    DISCONNECTION_PARAMETER(2116, "Only a method marked @OnDisconnected can have a parameter of type Disconnection."),
    /** There is nobody to talk to. */
    NOT_A_HUB(2117, "HubContext<%s> cannot be injected, because that class is not a hub of this application."),
    /** It would be undefined who decides. */
    SEVERAL_USER_ID_PROVIDERS(2118, "There is more than one UserIdProvider: %s."),
    /** The module of the class does not let the engine call the method. */
    INACCESSIBLE(2119, "The method cannot be called: %s."),
    /** Unknown names, bad values, impossible combinations. */
    CONFIGURATION(2120, "%s"),
    /** The application's own code failed. */
    CONFIGURATION_OBSERVER(2121, "An observer of SignalRConfiguration failed: %s."),
    /** It would be undefined which one holds. */
    SEVERAL_JSONB_CONFIGS(2122, "There is more than one bean of type JsonbConfig that hubs could use: %s."),
    /** It would be undefined which one a client gets. User action: a bean of type HubProtocol replaces that of a library. */
    SEVERAL_PROTOCOLS(2150, "There is more than one hub protocol with the name %s."),
    /** Its context would not be active on the threads that read and write messages. */
    PROTOCOL_SCOPE(2151, "Scope @%s is not possible. A hub protocol is @ApplicationScoped, @Singleton or @Dependent."),
    /** A factory or a bean failed. */
    PROTOCOL(2152, "A hub protocol could not be made: %s."),
    /** A thread would wait for a client, or nobody could tell what is meant. User action: see TypedHubClients. */
    CLIENT_INTERFACE(2140, "%s does not describe clients. %s"),
    /** The engine could not be made. */
    ENGINE(2123, "The engine could not be made: %s."),
    /** The filter would never run. User action: name a class annotated with {@code @Hub}. */
    FILTER_FOR_NO_HUB(2160, "@FilterFor names %s, which is not a hub of this application."),
    /** The filter would never run. User action: leave the annotation out, and it is for all hubs. */
    FILTER_FOR_NOTHING(2161, "@FilterFor names no hub."),
    /** The filter's own code failed, or what it needs is missing. */
    FILTER(2162, "A filter could not be made: %s."),
    /** Calls could not be checked. User action: see the text, which is that of the implementation of Jakarta Validation. */
    CONSTRAINTS(2163, "The constraints of its methods cannot be read: %s."),
    /** It would be undefined what holds. */
    SECURITY_CONTRADICTION(2170, "%s contradict each other. At most one of them can be there."),
    /** Nobody could be in such a role. User action: {@code @DenyAll} if that is meant, {@code "**"} for whoever is authenticated. */
    NO_ROLE(2171, "@RolesAllowed names no role, or an empty one."),
    /** Callers would be let through. User action: take {@code final}, {@code sealed} or {@code private} away, or the annotation. */
    UNGUARDABLE(2172, "%s. What not everybody may call is guarded by an interceptor, which needs a subclass."),
    /** It would have no effect, and somebody relies on it. User action: take it away, or change the method. */
    SECURITY_WITHOUT_EFFECT(2173, "%s has no effect here: the method %s."),
    /** It would be undefined who decides. */
    SEVERAL_TOKEN_AUTHENTICATORS(2174, "There is more than one TokenAuthenticator: %s."),
    /** A factory or the bean failed. */
    TOKEN_AUTHENTICATOR(2175, "A TokenAuthenticator could not be made: %s."),
    /** Only exact types say whether a method streams. User action: declare one of them. */
    STREAM_TYPE(
            2130,
            "Type %s is neither a value nor a stream. A stream is declared as Flow.Publisher, Stream, Iterable or"
                    + " Iterator, as the Publisher of Reactive Streams, or as Mutiny's Multi."),
    /** There would be no instance to call. */
    HANDLER_NO_MANAGED_BEAN(2180, "%s. A connection handler is a concrete class of which CDI makes managed beans."),
    /** There would be nothing to call. */
    NO_CONNECTION_HANDLER(2181, "A class marked @MapConnectionHandler implements ConnectionHandler."),
    /** Others do not live as long as a connection. */
    HANDLER_SCOPE(2182, "Scope @%s is not possible. A connection handler is @ApplicationScoped or @ConnectionScoped."),
    /** A connection handler that nobody can reach. */
    HANDLER_NO_PATH(2183, "There is no path. A connection handler has at least one."),
    /** Two protocols cannot be spoken at once. */
    HUB_AND_HANDLER(2184, "The class is marked @Hub and @MapConnectionHandler. It can be one of the two.");

    private final int number;
    private final String text;

    Rule(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The stable code, as {@code SIGNALR-2101}; never null. */
    public String code() {
        return "SIGNALR-" + number;
    }

    String text(Object... details) {
        return String.format(text, details);
    }
}
