// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.restless;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A servlet that keeps its thread for a moment, so that many requests at once take many threads. Stateless. */
@WebServlet("/busy")
public class BusyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        long begun = System.nanoTime();
        for (long left = NANOS; left > 0; left = NANOS - (System.nanoTime() - begun)) {
            LockSupport.parkNanos(left);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
