package io.fraiseql.core.live;

import io.fraiseql.spi.error.FraiseqlException;

/** A client with its transport. Called by threads that serve all clients: nothing here may wait. */
public interface Subscriber {

    /**
     * Takes an answer.
     *
     * @param position of its event
     * @return whether there is room for many more; who reads old events goes on only when there is, after {@link LiveSubscription#resume}
     */
    boolean next(byte[] answer, long position);

    /** Nothing will come any more. Called once, and not after {@link LiveSubscription#close}. */
    void ended(FraiseqlException why);
}
