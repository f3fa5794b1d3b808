package io.fraiseql.server.observer;

import java.util.ArrayList;
import java.util.List;

/** Ends several things at the same time, each of which lets its actions end for a while: the process ends in the time of one. */
final class Stopping {

    private Stopping() {}

    /** Returns when all have ended, or this thread was interrupted. */
    static void together(List<Runnable> ends) {
        List<Thread> threads = new ArrayList<>();
        for (Runnable end : ends) {
            Thread thread = new Thread(end, "stopping");
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
