// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

/**
 * Where the body of a response is written, by senders that must not wait for the client. It exists because servers differ in what
 * their non-blocking output is worth. Thread-safe, except that the next bytes may be given only when those before have been
 * written.
 */
interface BodyOutput {

    /** Is told how it goes, by whichever thread is writing. */
    interface Observer {

        /** All of the bytes have been handed to the container and flushed. */
        void written();

        /** Nothing can be written any more. Called at most once. */
        void failed(Throwable cause);
    }

    /**
     * Writes arrays one behind the other and flushes, which is all for no array. Returns at once.
     *
     * @param pieces arrays that do not change until they are written
     */
    void write(byte[]... pieces);

    /**
     * Leaves the stream alone from now on; the observer hears no more.
     *
     * @param afterwards what may be done only when no thread is writing any more, such as ending the exchange; run once, now or
     *     by the thread that is writing
     */
    void end(Runnable afterwards);
}
