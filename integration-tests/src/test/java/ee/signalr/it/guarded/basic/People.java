// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded.basic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** Alice moderates, Bob is a user, Carol is nobody in particular; each has the name for a password. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "people")
public class People implements IdentityStore {

    private static final Map<String, Set<String>> ROLES =
            Map.of("alice", Set.of("user", "moderator"), "bob", Set.of("user"), "carol", Set.of());

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        String name = credential.getCaller();
        Set<String> roles = ROLES.get(name);
        return roles != null && credential.compareTo(name, name)
                ? new CredentialValidationResult(name, roles)
                : CredentialValidationResult.INVALID_RESULT;
    }
}
