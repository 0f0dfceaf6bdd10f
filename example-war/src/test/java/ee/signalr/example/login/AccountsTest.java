// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void shouldKnowModeratorsAndUsers() {
        assertThat(accounts.find(new Credentials("alice", "alice"))
                        .orElseThrow()
                        .roles())
                .containsExactlyInAnyOrder("user", "moderator");
        assertThat(accounts.find(new Credentials("bob", "bob")).orElseThrow().roles())
                .containsExactly("user");
    }

    @ParameterizedTest
    @CsvSource({
        "alice,bob",
        "alice,Alice",
        "alice,''",
        "alice,alicealice",
        "Alice,alice",
        "carol,carol",
        "carol,''",
        "'',''"
    })
    void shouldRefuseEverybodyElse(String user, String password) {
        assertThat(accounts.find(new Credentials(user, password))).isEmpty();
    }
}
