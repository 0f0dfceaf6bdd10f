// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.platform;

import ee.signalr.Hub;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** A hub that looks up what the {@code web.xml} of its application names. One instance per call. */
@Hub("/naming")
public class NamingHub {

    /** The entry. */
    public String entry() {
        try {
            return (String) new InitialContext().lookup("java:comp/env/greeting");
        } catch (NamingException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The entry, looked up whenever an item is pulled. */
    public Stream<String> entries(int count) {
        return Stream.generate(this::entry).limit(count);
    }
}
