// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.test;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/** The class path of the test without some library, as on a server that does not have it. Thread-safe, as class loaders are. */
public final class ClassPathWithout extends URLClassLoader {

    /** Leaves out every entry of the class path whose name has this part. */
    public ClassPathWithout(String part) {
        super(entries(part), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] entries(String part) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(part))
                .map(ClassPathWithout::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(entry, impossible);
        }
    }
}
