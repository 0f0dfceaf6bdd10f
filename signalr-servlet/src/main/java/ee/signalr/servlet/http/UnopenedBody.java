// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

/** The output of a response before there is one. Stateless. */
enum UnopenedBody implements BodyOutput {
    INSTANCE;

    @Override
    public void write(byte[]... pieces) {
        throw new IllegalStateException("The response is not open");
    }

    @Override
    public void end(Runnable afterwards) {
        afterwards.run();
    }
}
