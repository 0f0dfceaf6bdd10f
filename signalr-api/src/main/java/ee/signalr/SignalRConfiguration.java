// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/**
 * The event by which an application configures its hubs in code. It is fired once while the application deploys; an
 * observer method sets what it wants. Code has the last word over MicroProfile Config and servlet context parameters.
 *
 * <pre>{@code
 * void configure(@Observes SignalRConfiguration configuration) {
 *     configuration.allHubs().keepAliveInterval(Duration.ofSeconds(10));
 *     configuration.hub(ChatHub.class).maximumReceiveMessageSize(100_000);
 * }
 * }</pre>
 *
 * <p>Not thread-safe; for the duration of the event only.
 */
public interface SignalRConfiguration {

    /**
     * The options of all hubs, and as far as they are about connections, of all {@linkplain ConnectionHandler connection
     * handlers}. What is set for a single one goes before it.
     *
     * @return the options; never null
     */
    HubOptions allHubs();

    /**
     * The options of one hub.
     *
     * @param hubClass a class annotated with {@link Hub}
     * @return the options; never null
     * @throws IllegalArgumentException when the application has no such hub
     */
    HubOptions hub(Class<?> hubClass);

    /**
     * The options of one connection handler.
     *
     * @param handlerClass a class annotated with {@link MapConnectionHandler}
     * @return the options; never null
     * @throws IllegalArgumentException when the application has no such handler
     */
    ConnectionHandlerOptions connectionHandler(Class<?> handlerClass);

    /**
     * Whether hub paths match requests ignoring case, as in ASP.NET Core. URL patterns of security constraints still compare
     * exactly: a constraint on {@code /chat} does not cover {@code /Chat}, so protect every spelling, for example by a constraint
     * on {@code /*}.
     *
     * @param ignored false by default
     * @return this
     */
    SignalRConfiguration caseInsensitivePaths(boolean ignored);

    /**
     * How many threads may run hub methods at the same time, in the whole application. Calls past it wait their turn.
     *
     * @param threads at least 1; 256 by default
     * @return this
     */
    SignalRConfiguration maximumThreads(int threads);

    /**
     * The largest WebSocket frame that is read, on servers that gather whole frames before they hand them on (Open
     * Liberty; GlassFish and Payara, which take at least 4 MB).
     *
     * @param bytes more than zero; 1,048,576 (1 MB) by default
     * @return this
     */
    SignalRConfiguration webSocketMaxFrameSize(int bytes);

    /**
     * How frames are handed to the server's WebSockets.
     *
     * @param sending {@link WebSocketSending#AUTOMATIC} by default
     * @return this
     */
    SignalRConfiguration webSocketSending(WebSocketSending sending);

    /**
     * How constants of enumerations are written in JSON, unless JSON-B annotations on the enumeration say otherwise. They are read
     * by name, ignoring case, and by number, whatever this says. In MessagePack they always have their names, as in ASP.NET Core.
     *
     * @param style {@link EnumStyle#NAMES} by default; {@link EnumStyle#NUMBERS} is the default of ASP.NET Core
     * @return this
     */
    SignalRConfiguration jsonEnums(EnumStyle style);

    /**
     * How members of objects are called in MessagePack, unless {@code @JsonbProperty} names them.
     *
     * @param naming {@link PropertyNaming#UPPER_CAMEL_CASE} by default, as in ASP.NET Core
     * @return this
     */
    SignalRConfiguration messagePackPropertyNaming(PropertyNaming naming);
}
