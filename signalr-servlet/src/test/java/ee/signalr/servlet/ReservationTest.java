// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.servlet.fakes.Fake;
import ee.signalr.servlet.fakes.FakeRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is registered before it is known what it serves. */
class ReservationTest {

    private final List<String> calls = new ArrayList<>();
    private final FakeRequest request = FakeRequest.get("/hub");
    private final FilterChain chain = (passed, answer) -> calls.add("passed");

    private Servlet servlet() {
        return Fake.of(Servlet.class)
                .on("init", call -> calls.add("init") ? null : null)
                .on("service", call -> calls.add("service") ? null : null)
                .on("destroy", call -> calls.add("destroy") ? null : null)
                .make();
    }

    @Test
    void shouldBeTheServletThatItBecomes() throws ServletException, IOException {
        ReservedServlet reserved = new ReservedServlet();
        reserved.become(servlet());

        reserved.init(Fake.of(ServletConfig.class).make());
        reserved.service(request.servlet(), request.response().servlet());
        reserved.destroy();

        assertThat(calls).containsExactly("init", "service", "destroy");
    }

    @Test
    void shouldHarmNobodyWhenItBecomesNoServlet() {
        ReservedServlet reserved = new ReservedServlet();

        assertThatCode(() -> {
                    reserved.init(Fake.of(ServletConfig.class).make());
                    reserved.destroy();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void shouldLetEverythingPassThatItDoesNotFilter() throws ServletException, IOException {
        ReservedFilter reserved = new ReservedFilter();

        reserved.doFilter(request.servlet(), request.response().servlet(), chain);

        assertThat(calls).containsExactly("passed");
    }

    @Test
    void shouldBeTheFilterThatItBecomes() throws ServletException, IOException {
        ReservedFilter reserved = new ReservedFilter();
        Filter filter = (asked, answer, next) -> calls.add("filtered");
        reserved.become(filter);

        reserved.doFilter(request.servlet(), request.response().servlet(), chain);

        assertThat(calls).containsExactly("filtered");
    }
}
