package io.fraiseql.distribution.crash;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run does.
 *
 * @param writes mutations that are to be acknowledged
 * @param kills how often each kind of victim is ended at once
 * @param suspensions how often a reader and a worker are stopped, for as long as it may take others to follow, and go on
 * @param writers connections that write at once
 * @param keys rows that they write
 * @param seed of everything that is left to chance
 */
public record CrashOptions(
        Topology topology,
        TestDatabase database,
        int writes,
        int kills,
        int suspensions,
        int writers,
        int keys,
        long seed) {

    /** The servers' {@code events.log.lease}. */
    public static final Duration LEASE = Duration.ofMillis(1500);
    /** The servers' {@code events.log.pollInterval}. */
    public static final Duration POLL = Duration.ofMillis(300);
    /** The servers' {@code jobs.visibility}, and the stream's {@code ackWait}. */
    static final Duration VISIBILITY = Duration.ofSeconds(3);

    private static final String USAGE =
            "scripts/crash [--topology embedded|redis|nats] [--database postgresql|mariadb|mysql|sqlite] [--writes N] [--kills N] [--suspensions N]"
                    + " [--writers N] [--keys N] [--seed N]";

    public CrashOptions {
        if (writes < 1 || writers < 1 || keys < 1 || kills < 0 || suspensions < 0) {
            throw new IllegalArgumentException("the numbers must be more than nothing");
        }
        boolean alone = topology.servers(database).size() == 1;
        if (topology == Topology.NATS && alone) {
            throw new IllegalArgumentException("a bridge needs a database that several processes write to");
        }
        if (suspensions > 0 && alone) {
            throw new IllegalArgumentException("on " + database.dialect()
                    + " one process may write: there is none to go on while it is suspended");
        }
    }

    /** @throws IllegalArgumentException with how it is called */
    static CrashOptions parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        Topology topology =
                Topology.valueOf(text(values, "topology", "embedded").toUpperCase(Locale.ROOT));
        TestDatabase database =
                TestDatabase.valueOf(text(values, "database", "postgresql").toUpperCase(Locale.ROOT));
        boolean alone = topology.servers(database).size() == 1;
        int kills = number(values, "kills", 30);
        CrashOptions options = new CrashOptions(
                topology,
                database,
                number(values, "writes", 50_000),
                kills,
                number(values, "suspensions", alone ? 0 : kills / 3),
                number(values, "writers", 16),
                number(values, "keys", 500),
                Long.parseLong(text(values, "seed", Long.toString(System.nanoTime() % 1_000_000))));
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no --" + values.keySet().iterator().next() + ": " + USAGE);
        }
        return options;
    }

    private static String text(Map<String, String> values, String name, String otherwise) {
        String value = values.remove(name);
        return value == null ? otherwise : value;
    }

    private static int number(Map<String, String> values, String name, int otherwise) {
        return Integer.parseInt(text(values, name, Integer.toString(otherwise)));
    }

    /** Whatever is killed. */
    List<Victim> victims() {
        return topology.victims(database);
    }
}
