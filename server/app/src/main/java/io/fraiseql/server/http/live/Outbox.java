package io.fraiseql.server.http.live;

import io.fraiseql.spi.Nullable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** The messages that wait for one client, written one after the other without a thread that waits. Thread-safe. */
final class Outbox extends IteratingCallback {

    private final long most;
    private final Runnable drained;
    private final Consumer<Throwable> broken;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean filled;
    private @Nullable Wire wire;
    private @Nullable Runnable last;
    private volatile long writingSince;

    /** Writes to a client; calls back when it may be given the next message. */
    interface Wire {
        void write(byte[] message, Callback written);
    }

    /** How much room there is after a message was added. */
    enum Room {
        MUCH,
        LITTLE,
        /** The message was not added. */
        NONE
    }

    /**
     * @param most bytes that may wait
     * @param drained called when there is much room again after there was little
     * @param broken called when nothing can be written any more
     */
    Outbox(long most, Runnable drained, Consumer<Throwable> broken) {
        this.most = most;
        this.drained = drained;
        this.broken = broken;
    }

    /** Begins to write. */
    void open(Wire opened) {
        synchronized (this) {
            wire = opened;
        }
        iterate();
    }

    /** Adds a message. While less than half of what may wait does, one is taken however large it is. */
    Room add(byte[] message) {
        Room room;
        synchronized (this) {
            if (last != null || filled && bytes + message.length > most) {
                return Room.NONE;
            }
            waiting.add(message);
            bytes += message.length;
            filled |= bytes > most / 2;
            room = filled ? Room.LITTLE : Room.MUCH;
        }
        iterate();
        return room;
    }

    /**
     * Takes no more messages.
     *
     * @param drop whether those that wait are left out
     * @param then done after the last one was written
     */
    void end(boolean drop, Runnable then) {
        synchronized (this) {
            if (last != null) {
                return;
            }
            last = then;
            if (drop) {
                waiting.clear();
                bytes = 0;
            }
        }
        iterate();
    }

    /** For how many nanoseconds a message is being written; 0 when none is. */
    long stuckNanos() {
        long since = writingSince;
        return since == 0 ? 0 : Math.max(1, System.nanoTime() - since);
    }

    @Override
    protected Action process() {
        writingSince = 0;
        byte[] message;
        Wire to;
        boolean roomy;
        Runnable ending = null;
        synchronized (this) {
            to = wire;
            message = to == null ? null : waiting.poll();
            if (message != null) {
                bytes -= message.length;
            } else if (to != null) {
                ending = last;
            }
            roomy = filled && bytes <= most / 4;
            filled &= !roomy;
        }
        if (roomy) {
            drained.run();
        }
        if (ending != null) {
            ending.run();
            return Action.SUCCEEDED;
        }
        if (to == null || message == null) {
            return Action.IDLE;
        }
        writingSince = System.nanoTime();
        to.write(message, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        broken.accept(cause);
    }
}
