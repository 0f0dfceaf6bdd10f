// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.restless;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A servlet of an application that takes its time to go; by its name it comes before that of the hubs on Tomcat, which in the
 * meantime ends requests that wait. Stateless.
 */
@WebServlet(name = "leisurely", urlPatterns = "/leisurely", loadOnStartup = 1)
public class LeisurelyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    @Override
    public void destroy() {
        long begun = System.nanoTime();
        for (long left = NANOS; left > 0; left = NANOS - (System.nanoTime() - begun)) {
            LockSupport.parkNanos(left);
        }
    }
}
