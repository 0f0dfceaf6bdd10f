// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** A filter that lets everything pass until it is told what it is, before any request. Thread-safe. */
final class ReservedFilter implements Filter {

    private volatile Filter target = (request, response, chain) -> chain.doFilter(request, response);

    void become(Filter filter) {
        target = filter;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        target.doFilter(request, response, chain);
    }
}
