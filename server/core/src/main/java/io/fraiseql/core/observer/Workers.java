package io.fraiseql.core.observer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks in their order on the threads of another executor, so many at once at most. Thread-safe. */
final class Workers {

    private final Executor threads;
    private final int most;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger working = new AtomicInteger();

    Workers(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    void add(Runnable task) {
        tasks.add(task);
        if (begin()) {
            threads.execute(this::work);
        }
    }

    private boolean begin() {
        int now = working.get();
        while (now < most) {
            if (working.compareAndSet(now, now + 1)) {
                return true;
            }
            now = working.get();
        }
        return false;
    }

    /** Whoever adds a task after the last look finds one worker less. */
    private void work() {
        do {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
                // What interrupted one task is not meant for the next one.
                Thread.interrupted();
            }
            working.decrementAndGet();
        } while (!tasks.isEmpty() && begin());
    }
}
