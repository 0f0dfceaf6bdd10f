// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What the clients of {@link ResultsHub} offer. */
public interface ResultsClient {

    /** Asks for a text. */
    CompletionStage<String> answer(String question);

    /** Asks for objects. */
    CompletionStage<List<Ticket>> tickets(int count);

    /** Asks for nothing but the end. */
    CompletionStage<Void> finish();

    /** Tells a text. */
    void told(String text);
}
