// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;

/** Gives so many numbers, then keeps its caller waiting until somebody else ends it. One reader. */
final class WaitingIterator implements Iterator<Integer> {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final int count;
    private int next;

    WaitingIterator(int count) {
        this.count = count;
    }

    void end() {
        ended.countDown();
    }

    @Override
    public boolean hasNext() {
        if (next == count) {
            awaitEnd();
        }
        return next < count;
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Integer next() {
        if (next == count) {
            throw new NoSuchElementException();
        }
        return next++;
    }
}
