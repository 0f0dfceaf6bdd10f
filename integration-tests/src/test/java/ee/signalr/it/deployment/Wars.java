// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import ee.signalr.it.server.BuildFiles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs with the one jar and a few classes: neither a web.xml nor a beans.xml. Stateless. */
final class Wars {

    private Wars() {}

    static WebArchive of(String name, Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addAsLibrary(BuildFiles.signalrJar().toFile(), "signalr.jar")
                .addClasses(classes);
    }

    /** The same with a configuration for MicroProfile Config. */
    static WebArchive configured(WebArchive war, String... lines) {
        return war.addAsResource(new StringAsset(String.join("\n", lines)), "META-INF/microprofile-config.properties");
    }

    /** The path of a hub in an application. */
    static String path(URI application, String hub) {
        String root = application.getPath();
        return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + hub;
    }

    static JsonString text(String text) {
        return Json.createValue(text);
    }

    /** The error of a completion; fails when there is none. */
    static String error(JsonObject completion) {
        if (!completion.containsKey("error")) {
            throw new AssertionError("No error but " + completion);
        }
        return completion.getString("error");
    }
}
