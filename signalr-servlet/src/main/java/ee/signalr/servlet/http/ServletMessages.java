// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

/** The texts of this module that carry a code. */
public final class ServletMessages {

    /** At start, once per hub: name, paths, transports, protocols, options that differ from their default. */
    public static final String HUB_STARTED =
            "SIGNALR-3001: hub {0} is served at {1}; transports {2}, protocols {3}, options {4}";

    /** Fails the deployment: paths that cannot be served. Action: change the path in the annotation. */
    public static final String PATHS_NOT_SERVABLE = "SIGNALR-3002: these hub paths cannot be served:";

    /** Fails the deployment: another servlet has the path. Action: change the path of one of the two. */
    public static final String PATHS_TAKEN = "SIGNALR-3003: another servlet is mapped to these hub paths: ";

    /** Once per application. Action: declare the filter with {@code asyncSupported = true}. */
    public static final String ASYNC_NOT_SUPPORTED =
            "SIGNALR-3004: a filter of the application does not support asynchronous requests;"
                    + " Server-Sent Events and long polling are not offered";

    /** Fails the deployment: the options are not valid; the cause lists them. */
    public static final String NOT_STARTED = "SIGNALR-3005: SignalR could not be started";

    /** At start, once per connection handler: name, paths, transports, options that differ from their default. */
    public static final String HANDLER_STARTED =
            "SIGNALR-3020: connection handler {0} is served at {1}; transports {2}, options {3}";

    /**
     * Fails the deployment, within SIGNALR-3002: case-insensitive-paths is on, and paths differ in the case of their letters only.
     * Action: change one of the paths, or switch the option off.
     */
    static final String PATHS_DIFFER_IN_CASE_ONLY =
            "SIGNALR-3021: ''{0}'' of {1} and ''{2}'' of {3} cannot be told apart while case-insensitive-paths is on";

    /** The request is answered with 500. Action: see the cause, which comes from the bean, or the library, that checks tokens. */
    static final String AUTHENTICATOR_FAILED = "SIGNALR-3022: the authenticator of tokens has failed";

    /**
     * Once per application, which serves no hub then. Action: make the classes beans; in a servlet container with Weld by an empty
     * {@code WEB-INF/beans.xml}.
     */
    public static final String NO_BEANS = "SIGNALR-3040: nothing is served, because CDI knows none of {0} as a bean;"
            + " servlet containers want an empty WEB-INF/beans.xml";

    private ServletMessages() {}
}
