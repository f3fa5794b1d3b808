package io.fraiseql.distribution.crash;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who follows the rules, and by what the work gets there. */
public enum Topology {
    /** A reader from the database, and workers by the database's queue. */
    EMBEDDED,
    /** A reader from the database, and workers by a queue in Redis. */
    REDIS,
    /** Workers, by the stream into which a bridge puts the log. */
    NATS;

    /** The servers' {@code observers.concurrency}. */
    static final int CONCURRENCY = 8;
    /** The servers' {@code jobs.workers}. */
    static final int WORKERS = 8;
    /** Of the stream. */
    static final int PARTITIONS = 8;

    private static final List<Victim> SPLIT =
            List.of(Victim.WRITER, Victim.WRITER, Victim.READER, Victim.READER, Victim.WORKER, Victim.WORKER);

    /** The processes of servers. */
    List<Victim> servers(TestDatabase database) {
        return database == TestDatabase.SQLITE ? List.of(Victim.SERVER) : SPLIT;
    }

    /** Whatever is killed. */
    List<Victim> victims(TestDatabase database) {
        List<Victim> victims = new ArrayList<>(new LinkedHashSet<>(servers(database)));
        if (this != EMBEDDED) {
            victims.add(this == REDIS ? Victim.REDIS : Victim.NATS);
        }
        return victims;
    }

    /** What carries the work beside the database, started. */
    Broker broker(Path folder) {
        return switch (this) {
            case EMBEDDED -> Broker.NONE;
            case REDIS -> new RedisBroker(folder);
            case NATS -> new NatsBroker();
        };
    }

    /** The cursor of the one reader. */
    String cursor() {
        return this == NATS ? "bridge" : "observers";
    }

    /** The rules' actions, as the receiver sees them. */
    List<Route> routes() {
        List<Route> direct = List.of(
                new Route("each", "each", true, true),
                new Route("first", "steps", false, true),
                new Route("second", "steps.2", false, true).after("first"));
        List<Route> queued = List.of(
                new Route("jobs", "jobs", true, false),
                new Route("lanes", "lanes", true, true),
                new Route("chore", "chores", false, true),
                new Route("next", "chores.2", false, true).after("chore"));
        return this == NATS
                ? direct
                : Stream.concat(direct.stream(), queued.stream()).toList();
    }

    /** How many actions a server may have under way, whose ends are not noted when it is disturbed. */
    int underWay(Victim kind) {
        if (this == NATS) {
            return kind.works() ? atOnce() * PARTITIONS : 0;
        }
        int direct = kind.reads() ? 2 * CONCURRENCY : 0;
        return direct + (kind.works() ? WORKERS : 0);
    }

    /** How many actions are done again for the sake of one: from a stream all of the event, which are three at most. */
    int atOnce() {
        return this == NATS ? 3 : 1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
