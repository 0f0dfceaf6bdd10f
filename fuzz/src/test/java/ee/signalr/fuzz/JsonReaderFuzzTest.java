// SPDX-License-Identifier: Apache-2.0
package ee.signalr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import org.junit.jupiter.api.AfterAll;

/** The reader of the JSON protocol; see {@link ReaderCheck}. */
class JsonReaderFuzzTest {

    private static final JsonbHolder JSONB = new JsonbHolder(JsonbDefaults.config());
    private static final HubProtocol PROTOCOL = new JsonHubProtocol(JSONB);

    @AfterAll
    static void closeJsonb() {
        JSONB.close();
    }

    @FuzzTest(maxDuration = "4m")
    void shouldReadOrRefuseAnyMessage(byte[] message) {
        assertThat(new ReaderCheck(PROTOCOL).check(message)).isNotNegative();
    }
}
