// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;

/**
 * Lets large frames in on Tyrus, which gathers whole frames: up to 4 MB by itself; when one is larger it closes with 1011. It reads
 * how much that may be as a context parameter, once when its engine is made and again at each upgrade. The engine may be there before
 * we are, so it is told too. What the application says itself is kept. Stateless.
 */
public final class TyrusFrames {

    private static final System.Logger LOG = System.getLogger(TyrusFrames.class.getName());

    private static final String PARAMETER = "org.glassfish.tyrus.servlet.incoming-buffer-size";
    private static final String ATTRIBUTE = TyrusFrames.class.getName();
    private static final int LONGEST_HEAD = 14;
    private static final int USUAL = 4 * 1024 * 1024;

    private TyrusFrames() {}

    /** Lets frames of a size in, where the server is one that needs it. Has to be called while the application starts. */
    public static void admit(ServletContext context, int size) {
        String server = String.valueOf(context.getServerInfo());
        boolean tyrus = server.contains("GlassFish") || server.contains("Payara");
        if (tyrus && size > USUAL) {
            int needed = (int) Math.min(Integer.MAX_VALUE, (long) size + LONGEST_HEAD);
            if (context.setInitParameter(PARAMETER, Integer.toString(needed))) {
                context.setAttribute(ATTRIBUTE, needed);
            }
        }
    }

    /** Tells the engine behind a container what has been admitted. */
    static void tell(ServletContext context, Object container) {
        if (context.getAttribute(ATTRIBUTE) instanceof Integer size) {
            try {
                Object engine = accessible(container.getClass().getMethod("getWebSocketEngine"))
                        .invoke(container);
                accessible(engine.getClass().getMethod("setIncomingBufferSize", int.class))
                        .invoke(engine, size);
            } catch (ReflectiveOperationException | InaccessibleObjectException other) {
                LOG.log(System.Logger.Level.DEBUG, "Not the engine of Tyrus that is known", other);
            }
        }
    }

    /** The class of the container is not public. */
    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }
}
