// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.platform;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Has something announced. Looks the bean up, because OpenWebBeans injects nothing into servlets of Tomcat. Stateless. */
@WebServlet("/announce")
public class AnnouncingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        CDI.current().select(Announcer.class).get().announce(request.getParameter("text"));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
