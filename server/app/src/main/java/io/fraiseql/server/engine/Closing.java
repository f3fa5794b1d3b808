package io.fraiseql.server.engine;

/** Closes something once, and then does what is to be done after it, also when closing fails. One thread. */
public final class Closing {

    private final Runnable close;
    private final Runnable after;
    private boolean closed;

    public Closing(Runnable close, Runnable after) {
        this.close = close;
        this.after = after;
    }

    /** The second time it does nothing. */
    public void run() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            close.run();
        } finally {
            after.run();
        }
    }
}
