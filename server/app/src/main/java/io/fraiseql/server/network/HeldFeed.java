package io.fraiseql.server.network;

import io.fraiseql.server.engine.Closing;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.event.EventFeed;
import io.fraiseql.spi.event.EventPage;

/** Events with something to do when they are closed. Like them, for one thread. */
final class HeldFeed implements EventFeed {

    private final EventFeed feed;
    private final Closing closing;

    /** @param left what to do once, when they are closed */
    HeldFeed(EventFeed feed, Runnable left) {
        this.feed = feed;
        this.closing = new Closing(feed::close, left);
    }

    @Override
    public @Nullable EventPage next() {
        return feed.next();
    }

    @Override
    public void cancel() {
        feed.cancel();
    }

    @Override
    public void close() {
        closing.run();
    }
}
