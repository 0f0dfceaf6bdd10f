// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Settings;
import ee.signalr.servlet.fakes.Fake;
import ee.signalr.servlet.fakes.FakeHub;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseInsensitivePathFilterTest {

    private final CaseInsensitivePathFilter filter =
            new CaseInsensitivePathFilter(HubRoutes.of(List.of(new FakeHub().at(Settings.defaults(), "/hub"))));
    private final List<String> events = new ArrayList<>();
    private final HttpServletResponse response =
            Fake.of(HttpServletResponse.class).make();

    private void filter(ServletRequest request) throws Exception {
        filter.doFilter(request, response, (onward, answer) -> events.add("passed on"));
    }

    private HttpServletRequest request(String path) {
        return Fake.of(HttpServletRequest.class)
                .on("getServletPath", call -> "")
                .on("getPathInfo", call -> path)
                .on("getRequestDispatcher", call -> dispatcher((String) call[0]))
                .make();
    }

    private RequestDispatcher dispatcher(String path) {
        return Fake.of(RequestDispatcher.class)
                .on("forward", call -> events.add("forwarded to " + path))
                .make();
    }

    @ParameterizedTest
    @CsvSource({"/HUB, /hub", "/Hub/Negotiate, /hub/negotiate"})
    void shouldForwardAPathThatDiffersInCaseOnly(String asked, String served) throws Exception {
        filter(request(asked));

        assertThat(events).containsExactly("forwarded to " + served);
    }

    @ParameterizedTest
    @CsvSource({"/hub", "/hub/negotiate", "/page.html", "/hubs"})
    void shouldPassOnEverythingElse(String asked) throws Exception {
        filter(request(asked));

        assertThat(events).containsExactly("passed on");
    }

    @Test
    void shouldPassOnWhatIsNotHttp() throws Exception {
        filter.doFilter(
                Fake.of(ServletRequest.class).make(),
                Fake.of(ServletResponse.class).make(),
                (onward, answer) -> events.add("passed on"));

        assertThat(events).containsExactly("passed on");
    }
}
