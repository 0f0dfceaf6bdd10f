// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A servlet that is told what it is before it is initialized; one that is not told finds nothing. Thread-safe. */
final class ReservedServlet extends GenericServlet {

    private static final long serialVersionUID = 1L;

    private transient volatile @Nullable Servlet target;

    void become(Servlet servlet) {
        target = servlet;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        Servlet servlet = target;
        if (servlet != null) {
            servlet.init(config);
        }
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws IOException, ServletException {
        Servlet servlet = target;
        if (servlet != null) {
            servlet.service(request, response);
        } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    public void destroy() {
        Servlet servlet = target;
        if (servlet != null) {
            servlet.destroy();
        }
    }
}
