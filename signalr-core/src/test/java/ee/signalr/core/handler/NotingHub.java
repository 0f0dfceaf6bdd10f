// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerContext;
import ee.signalr.OnDisconnected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A hub that notes what it is told. */
public final class NotingHub {

    final List<String> notes = new ArrayList<>();
    final List<Disconnection> ends = new ArrayList<>();
    final CompletableFuture<String> later = new CompletableFuture<>();

    public void note(String text) {
        notes.add(text);
    }

    public String echo(String text) {
        return text;
    }

    public void keep(String text, HubCallerContext caller) {
        caller.items().put("kept", text);
    }

    public Object kept(HubCallerContext caller) {
        return caller.items().get("kept");
    }

    public CompletionStage<String> later() {
        return later;
    }

    public void abort(HubCallerContext caller) {
        caller.abort();
    }

    public CompletionStage<Void> abortLater(HubCallerContext caller) {
        return later.thenAccept(any -> caller.abort());
    }

    @OnDisconnected
    void ended(Disconnection end) {
        ends.add(end);
    }
}
