// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.CallRefusedException.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;

/**
 * The catalog of what this module logs and throws at run time, each with its stable code. None of these texts reaches a client
 * unless detailed errors are on.
 */
public final class Messages {

    private static final Logger LOG = System.getLogger("ee.signalr.cdi");

    private Messages() {}

    /**
     * Something injected was used where no hub call runs. User action: use it within a hub method or callback, take it as a
     * parameter of the hub method when going on elsewhere, or inject a {@code HubContext} to talk to clients from outside.
     *
     * @param type the simple name of what was used
     */
    public static IllegalStateException noCall(String type) {
        return new IllegalStateException(
                "SIGNALR-2001: " + type + " stands for the hub call that is running on the calling"
                        + " thread, and no call is running on thread '"
                        + Thread.currentThread().getName() + "'");
    }

    /**
     * The connection scope was used where no hub call runs. The text of {@code ContextNotActiveException}. User action: as
     * for SIGNALR-2001.
     */
    static String noConnection() {
        return "SIGNALR-2002: @ConnectionScoped is active only while a hub call is running on the calling thread '"
                + Thread.currentThread().getName() + "'";
    }

    /** A hub call was begun within another on one thread; contexts cannot be told apart then. A failure of the engine. */
    static IllegalStateException nestedCall(Class<?> hub) {
        return new IllegalStateException("SIGNALR-2003: a call of " + hub.getName()
                + " begins while another hub call is running on thread '"
                + Thread.currentThread().getName() + "'");
    }

    /**
     * The engine was asked for before the application was deployed. User action: do not use hubs in observers of the
     * deployment.
     */
    public static IllegalStateException noEngine() {
        return new IllegalStateException("SIGNALR-2004: hubs cannot be used before the application is deployed");
    }

    /**
     * A request scope was left on a thread that runs hub calls. Harmless: it is emptied before and after each call. User
     * action: none, but something else on the server forgets to end its request scopes.
     */
    static void leftOverRequestScope() {
        LOG.log(
                Level.WARNING,
                "SIGNALR-2005: a request scope that does not belong to a hub call was found active on thread ''{0}''."
                        + " It is emptied before and after each call. This is logged once.",
                Thread.currentThread().getName());
    }

    /** Something of a bean failed while its context ended. User action: see the cause. */
    public static void failedToEnd(String what, Throwable failure) {
        LOG.log(Level.WARNING, "SIGNALR-2006: " + what + " could not be ended properly", failure);
    }

    /**
     * The JSON binding cannot be made: there is no implementation, or the application's configuration of it is not valid.
     * Calls with arguments or results that are objects fail. User action: add an implementation, or see the cause.
     */
    public static void noJsonb(Throwable cause) {
        LOG.log(Level.WARNING, "SIGNALR-2007: JSON-B is not available; objects cannot be bound", cause);
    }

    /**
     * A guarded method of a hub was called where no hub call runs, so that there is no caller to check. User action: move what is to be called
     * from elsewhere to a bean of its own, or to a method with {@code @PermitAll} and {@code @HubIgnore}.
     */
    public static CallRefusedException refusedWithoutCall(Method method) {
        return new CallRefusedException(
                Reason.UNAUTHORIZED,
                "SIGNALR-2008: Failed to invoke '" + method.getName()
                        + "' because user is unauthorized: no hub call is running on thread '"
                        + Thread.currentThread().getName() + "'");
    }

    /**
     * A hub declares constraints, and nobody checks them: the API of Jakarta Validation is there, but no implementation
     * works. User action: add an implementation, see the reason, or take the constraints away.
     */
    public static void constraintsNotChecked(Method method, String reason) {
        LOG.log(
                Level.WARNING,
                "SIGNALR-2164: the constraints of {0}.{1} and other methods of the hub are not checked: {2}",
                method.getDeclaringClass().getName(),
                method.getName(),
                reason);
    }
}
