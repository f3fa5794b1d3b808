package io.fraiseql.core.observer;

import io.fraiseql.core.event.Bell;
import io.fraiseql.core.event.Outage;
import java.util.function.BooleanSupplier;

/** A thread that takes one step after the other until it is stopped. A step that fails is taken again after a pause. Thread-safe. */
final class StepThread {

    private static final long STOP_MILLIS = 10_000;

    private final Bell bell;
    private final Outage outage;
    private final Pause pause;
    private final BooleanSupplier step;
    private final Thread thread;
    private volatile boolean stopped;

    /**
     * @param bell ends a pause
     * @param outage told of each step whether it failed
     * @param step returns whether the next one is to follow without a pause
     */
    StepThread(String name, Bell bell, Outage outage, Pause pause, BooleanSupplier step) {
        this.bell = bell;
        this.outage = outage;
        this.pause = pause;
        this.step = step;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** What is done between steps. */
    interface Pause {
        void await() throws InterruptedException;
    }

    void start() {
        thread.start();
    }

    private void run() {
        boolean more = false;
        while (!stopped) {
            try {
                if (!more) {
                    pause.await();
                }
                more = step.getAsBoolean();
                outage.worked();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException | Error e) {
                more = false;
                outage.failed(e);
            }
        }
    }

    /** Lets the step that is under way end, for some seconds; returns whether it has. */
    boolean stop() throws InterruptedException {
        stopped = true;
        bell.ring();
        thread.join(STOP_MILLIS);
        return !thread.isAlive();
    }
}
