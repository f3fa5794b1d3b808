package io.fraiseql.server.event;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.event.EventLog;
import io.fraiseql.core.event.EventReader;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.Follower;
import io.fraiseql.core.event.LogChanges;
import io.fraiseql.core.event.LogFigures;
import io.fraiseql.core.event.LogPage;
import io.fraiseql.core.event.RecentEvents;
import io.fraiseql.core.event.SelectedEvents;
import io.fraiseql.core.live.LiveEvents;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.EventFeed;
import io.fraiseql.spi.event.EventSelection;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event log of this server, kept from the first schema on that writes. Thread-safe. */
public final class EventService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventService.class);

    private final Supplier<EventStore> stores;
    private final Database database;
    private final EventsConfig config;
    private final Clock clock;
    private volatile @Nullable EventLog log;
    private volatile @Nullable Follower.Audience served;
    private volatile @Nullable LogFigures figures;
    private volatile @Nullable Readable readable;
    private @Nullable LiveEvents live;

    /** The log for those who read it. */
    private record Readable(EventReader reader, RecentEvents recent) {}

    /** Those who wait for events, and who is served. */
    private final class Hearing implements Follower.Audience {

        private final RecentEvents recent;

        private Hearing(RecentEvents recent) {
            this.recent = recent;
        }

        @Override
        public boolean wantsEvents() {
            return recent.followed() || audience().wantsEvents();
        }

        @Override
        public void hear(LogPage page) {
            recent.add(page);
            audience().hear(page);
        }

        @Override
        public void hear(LogChanges changes) {
            recent.pass(changes.end());
            audience().hear(changes);
        }

        private Follower.Audience audience() {
            return Objects.requireNonNull(served, "a log is kept for whom it is served");
        }
    }

    /** @param stores makes the store of the event log, when it is known that there are events */
    public EventService(Supplier<EventStore> stores, Database database, EventsConfig config, Clock clock) {
        this.stores = stores;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins to keep the log when a schema has events whose tables are there, and has not begun yet.
     *
     * @param audience told of every event that is new in the log from now on, whichever process or program wrote it, in place of whoever was
     *     told before
     */
    public synchronized void serve(Follower.Audience audience, boolean hasEvents) {
        served = audience;
        if (live != null) {
            live.end(new FraiseqlException(CoreErrorCode.UNAVAILABLE, "The schema was replaced; subscribe again"));
        }
        if (!hasEvents || log != null) {
            return;
        }
        EventStore store = stores.get();
        EventsConfig.Log settings = config.log();
        EventLog.Options options = new EventLog.Options(
                settings.batchSize(),
                settings.pollInterval(),
                settings.lease(),
                config.retention(),
                config.does(EventsConfig.Role.EVENTS));
        EventReader reader = new EventReader(store);
        RecentEvents recent = new RecentEvents(reader.end());
        Follower follower = new Follower(reader, settings.batchSize(), new Hearing(recent));
        readable = new Readable(reader, recent);
        log = new EventLog(store, ProcessName.unique(), options, clock, follower, database::listen);
        figures = new LogFigures(store, clock);
    }

    /** Says that events were written here; never waits. */
    public void written() {
        EventLog kept = log;
        if (kept != null) {
            kept.written();
        }
    }

    /**
     * Makes sure that there is a log to read.
     *
     * @throws FraiseqlException {@code NOT_FOUND} when there is none
     */
    public void requireReadable() {
        log();
    }

    /**
     * Chosen events of the log, as {@link SelectedEvents} gives them.
     *
     * @throws FraiseqlException {@code NOT_FOUND} when there is none
     */
    public EventFeed read(EventSelection selection, SelectedEvents.Admission admission) {
        Readable read = log();
        return new SelectedEvents(read.reader(), read.recent(), selection, admission);
    }

    /**
     * Gives events to those who subscribe.
     *
     * @param admission of the first call lets pages be read from the database
     * @throws FraiseqlException {@code NOT_FOUND} when there is no log
     */
    public synchronized LiveEvents live(SelectedEvents.Admission admission) {
        LiveEvents begun = live;
        if (begun == null) {
            Readable read = log();
            begun = new LiveEvents(read.reader(), read.recent(), admission);
            live = begun;
        }
        return begun;
    }

    private Readable log() {
        Readable kept = readable;
        if (kept == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "no events are noted here: the schema has neither mutations nor triggers, or events.outbox.enabled is"
                            + " false");
        }
        return kept;
    }

    /** Whether this server gives the positions now. */
    public boolean owner() {
        EventLog kept = log;
        return kept != null && kept.owner();
    }

    /** How far behind the log and its consumers are, by the name of the cursor; nothing while no log is kept or the database does not say. */
    public Map<String, LogFigures.Behind> behind() {
        LogFigures asked = figures;
        try {
            return asked == null ? Map.of() : asked.behind();
        } catch (FraiseqlException e) {
            LOG.debug("how far behind the event log is cannot be told now", e);
            return Map.of();
        }
    }

    @Override
    public synchronized void close() {
        if (live != null) {
            live.close();
        }
        if (log != null) {
            log.close();
        }
    }
}
