// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** An upload whose items are waited for by the calling thread. For one thread at a time. */
final class UploadIterator implements Iterator<@Nullable Object> {

    private final Upload upload;

    UploadIterator(Upload upload) {
        this.upload = upload;
    }

    @Override
    public boolean hasNext() {
        if (upload.await()) {
            return true;
        }
        Throwable failure = upload.failure();
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure != null) {
            throw new CompletionException(failure);
        }
        return false;
    }

    @Override
    public @Nullable Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The stream of the client has ended");
        }
        return upload.take();
    }
}
