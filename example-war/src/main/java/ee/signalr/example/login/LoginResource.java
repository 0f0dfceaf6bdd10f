// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a token for a name and a password. It takes JSON only, which a form of a foreign page cannot send. A real one also slows
 * down who guesses passwords. One per request.
 */
@Path("")
@RequestScoped
public class LoginResource {

    @Inject
    private Accounts accounts;

    @Inject
    private LoginTokens tokens;

    /** For the container, which injects the rest. */
    public LoginResource() {}

    LoginResource(Accounts accounts, LoginTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /**
     * Logs somebody in.
     *
     * @param body {@code {"user":…,"password":…}}
     * @return 200 with {@code {"token":…}}, 401 when the two do not belong together, 400 for anything else
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response login(InputStream body) throws IOException {
        Optional<Credentials> credentials = Credentials.read(body);
        if (credentials.isEmpty()) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return credentials
                .flatMap(accounts::find)
                .map(account -> Response.ok(Map.of("token", tokens.issue(account)))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"))
                .orElseGet(() -> Response.status(Status.UNAUTHORIZED))
                .build();
    }
}
