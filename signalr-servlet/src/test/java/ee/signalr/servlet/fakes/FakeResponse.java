// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A response that can do what the product may ask of one: no writer, no error pages, no redirects. For one thread at a time. */
public final class FakeResponse {

    private final FakeOutput output = new FakeOutput();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = HttpServletResponse.SC_OK;
    private boolean recycled;
    private boolean committed;
    private boolean forgetful;

    public HttpServletResponse servlet() {
        return Fake.of(HttpServletResponse.class)
                .on("setStatus", call -> change(() -> setStatus((int) call[0])))
                .on("setContentType", call -> change(() -> headers.put("Content-Type", (String) call[0])))
                .on("setContentLength", call -> change(() -> headers.put("Content-Length", call[0].toString())))
                .on("setHeader", call -> change(() -> headers.put((String) call[0], (String) call[1])))
                .on(
                        "addHeader",
                        call -> change(() -> headers.merge((String) call[0], (String) call[1], FakeResponse::list)))
                .on("containsHeader", call -> headers.containsKey(call[0]))
                .on("getOutputStream", call -> output)
                .on("flushBuffer", call -> {
                    output.send();
                    committed = true;
                    return null;
                })
                .make();
    }

    /** The container sets the status of its own accord when the exchange is complete, as GlassFish does. */
    public FakeResponse forgetful() {
        forgetful = true;
        return this;
    }

    private void setStatus(int next) {
        if (!committed) {
            status = next;
        }
    }

    private static String list(String present, String added) {
        return present + ", " + added;
    }

    private @Nullable Object change(Runnable change) {
        if (recycled) {
            throw new IllegalStateException("The response belongs to the container again");
        }
        change.run();
        return null;
    }

    void recycle() {
        if (forgetful) {
            setStatus(HttpServletResponse.SC_OK);
        }
        recycled = true;
        try {
            output.flush();
        } catch (IOException | IllegalStateException gone) {
            // As a container does with a client that has gone.
            return;
        }
    }

    public int status() {
        return status;
    }

    public FakeOutput output() {
        return output;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body, whether flushed or not. */
    public String body() {
        return new String(output.bytes(), StandardCharsets.UTF_8);
    }

    /** Status, content type, content length and body in one line, for tables. */
    public String summary() {
        return status + " " + headers.get("Content-Type") + " " + headers.get("Content-Length") + " '" + body() + "'";
    }
}
