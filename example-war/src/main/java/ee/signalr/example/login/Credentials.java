// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What somebody says about himself. Immutable.
 *
 * @param user the name
 * @param password the password
 */
record Credentials(String user, String password) {

    /** In bytes: more is not read. */
    static final int MAXIMUM_SIZE = 4096;

    /** Reads {@code {"user":…,"password":…}}; empty when it is anything else. */
    static Optional<Credentials> read(InputStream body) throws IOException {
        byte[] json = body.readNBytes(MAXIMUM_SIZE + 1);
        if (json.length > MAXIMUM_SIZE) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            JsonObject object = reader.readObject();
            return Optional.of(new Credentials(object.getString("user"), object.getString("password")));
        } catch (JsonException | NullPointerException | ClassCastException bad) {
            // no JSON, a member is missing, or it is no text
            return Optional.empty();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials of " + user;
    }
}
