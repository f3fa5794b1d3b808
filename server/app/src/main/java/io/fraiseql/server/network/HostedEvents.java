package io.fraiseql.server.network;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.SelectedEvents;
import io.fraiseql.server.http.Drain;
import io.fraiseql.server.http.StreamGate;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.EventFeed;
import io.fraiseql.spi.event.EventQueries;
import io.fraiseql.spi.event.EventSelection;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The event log as network services see it: within what the caller may see, each page admitted as a query is. Thread-safe. */
public final class HostedEvents implements EventQueries {

    private static final long FOLLOWER_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Log log;
    private final StreamGate gate;
    private final Drain drain;
    private final CountedCalls calls;

    /**
     * The log of the server.
     *
     * @param feeds begins to read
     * @param require throws when there is nothing to read
     * @param open whether callers may read what no document names
     * @param entities the names of the entities of the schema that is served now
     */
    public record Log(Feeds feeds, Runnable require, boolean open, Supplier<Collection<String>> entities) {

        /** @throws FraiseqlException {@code BAD_USER_INPUT} for an entity that the schema has not */
        void requireKnown(@Nullable String entity) {
            Collection<String> known = entities.get();
            if (entity != null && !known.contains(entity)) {
                String nearest = Nearest.to(entity, known);
                throw new FraiseqlException(
                        CoreErrorCode.BAD_USER_INPUT,
                        "entity_type: the schema has no type `" + entity + "`"
                                + (nearest == null ? "" : "; did you mean `" + nearest + "`?"));
            }
        }
    }

    /** Begins to read the log. */
    public interface Feeds {
        EventFeed read(EventSelection selection, SelectedEvents.Admission admission);
    }

    HostedEvents(Log log, StreamGate gate, Drain drain, CountedCalls calls) {
        this.log = log;
        this.gate = gate;
        this.drain = drain;
        this.calls = calls;
    }

    @Override
    public EventSelection check(EventSelection selection, RequestContext context) {
        return calls.call(() -> checked(selection, context));
    }

    private EventSelection checked(EventSelection selection, RequestContext context) {
        if (!log.open()) {
            throw new FraiseqlException(
                    CoreErrorCode.FORBIDDEN,
                    "events are not read here, for only documents that were compiled with the schema are served"
                            + " (graphql.trustedDocuments: require)");
        }
        log.require().run();
        log.requireKnown(selection.entityType());
        return EventScope.of(context.identity(), selection);
    }

    @Override
    public EventFeed open(EventSelection selection, RequestContext context) {
        return calls.call(() -> {
            EventSelection checked = checked(selection, context);
            drain.enter();
            try {
                EventFeed feed = log.feeds().read(checked, page -> page(page, checked, context));
                if (!checked.follow()) {
                    return new HeldFeed(feed, drain::end);
                }
                // who follows does not keep the server from stopping
                drain.end();
                return feed;
            } catch (RuntimeException e) {
                drain.end();
                throw e;
            }
        });
    }

    private LogPage page(Supplier<LogPage> page, EventSelection selection, RequestContext context) {
        if (!selection.follow() && context.remainingNanos() <= 0) {
            throw new FraiseqlException(CoreErrorCode.TIMEOUT, "The request took too long; ask for fewer events");
        }
        gate.enterPart(selection.follow() ? System.nanoTime() + FOLLOWER_PATIENCE_NANOS : context.deadlineNanos());
        try {
            return page.get();
        } finally {
            gate.leave();
        }
    }
}
