// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import ee.signalr.it.browser.Chromium;
import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.BuildFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub that README prints is compiled and deployed; the browser snippet beside it talks to it. */
@ExtendWith(ArquillianExtension.class)
class ReadmeIT {

    private static final String ROOT = "<web-ext version=\"1.1\" xmlns=\"http://websphere.ibm.com/xml/ns/javaee\">"
            + "<context-root uri=\"/\"/></web-ext>";

    /** The snippet may name its hub from the root of the server, so that is where the application has to be. */
    @Deployment(testable = false)
    static WebArchive war() throws IOException {
        Path classes = Files.createTempDirectory(BuildFiles.target(), "readme");
        List<Path> files = HubSource.compile(Readme.hub().code(), classes);
        WebArchive war = ShrinkWrap.create(WebArchive.class, "readme.war")
                .addAsLibrary(BuildFiles.signalrJar().toFile(), "signalr.jar")
                .addAsWebInfResource(new StringAsset(ROOT), "ibm-web-ext.xml")
                .addAsWebResource(new StringAsset(page(Readme.client())), "snippet.html");
        for (Path file : files) {
            war.addAsWebInfResource(
                    classes.resolve(file).toFile(), "classes/" + file.toString().replace('\\', '/'));
        }
        return war;
    }

    private static String page(Block client) {
        return "html".equals(client.language())
                ? client.code()
                : "<!DOCTYPE html><script src=\"signalr.js\"></script><script type=\"module\">\n" + client.code()
                        + "</script>";
    }

    @TestFactory
    Stream<DynamicTest> shouldRunInABrowser(@ArquillianResource URI base) {
        return NodeScript.tests(
                "readme.mjs",
                "page",
                "http://127.0.0.1:" + base.getPort() + "/snippet.html",
                "browser",
                Chromium.require(),
                "screenshots",
                BuildFiles.target().resolve("screenshots").toString());
    }
}
