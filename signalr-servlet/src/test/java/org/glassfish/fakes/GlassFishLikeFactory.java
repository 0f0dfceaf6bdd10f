// SPDX-License-Identifier: Apache-2.0
package org.glassfish.fakes;

import java.util.List;
import java.util.concurrent.ThreadFactory;

/** A factory that is taken for GlassFish's, by the name of its package. Gives one thread, and notes that. Not thread-safe. */
public final class GlassFishLikeFactory implements ThreadFactory {

    private final Thread thread;
    private final List<String> steps;

    /** Makes it. */
    public GlassFishLikeFactory(Thread thread, List<String> steps) {
        this.thread = thread;
        this.steps = steps;
    }

    @Override
    public Thread newThread(Runnable task) {
        steps.add("make");
        return thread;
    }
}
