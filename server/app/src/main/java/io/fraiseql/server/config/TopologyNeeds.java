package io.fraiseql.server.config;

import io.fraiseql.spi.sql.Capability;
import java.util.Map;
import java.util.Optional;

/** Notes what a topology needs and the configuration lacks. */
final class TopologyNeeds {

    private static final String REDIS = "redis";
    private static final String FOR_REDIS = " for observers.topology redis";

    private final ConfigNode root;
    private final ConfigProblems problems;

    TopologyNeeds(ConfigNode root, ConfigProblems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** @param database empty when there is none as configured */
    void check(
            ObserversConfig observers,
            EventsConfig events,
            JobsConfig jobs,
            StateConfig state,
            Optional<DatabaseChoice> database) {
        switch (observers.topology()) {
            case WORKERS -> checkWorkers(events);
            case REDIS -> checkRedis(jobs, state, database);
            case EMBEDDED, BRIDGE -> {
                // they need nothing of other sections
            }
        }
    }

    private void checkWorkers(EventsConfig events) {
        if (!events.does(EventsConfig.Role.WORKERS)) {
            need("events", "roles", "must have workers for observers.topology workers");
        }
    }

    private void checkRedis(JobsConfig jobs, StateConfig state, Optional<DatabaseChoice> database) {
        if (!REDIS.equals(jobs.queue())) {
            need("jobs", "queue", "must be redis" + FOR_REDIS);
        }
        if (!REDIS.equals(state.store())) {
            need("state", "store", "must be redis" + FOR_REDIS);
        }
        database.map(choice -> choice.offer().dialect())
                .filter(dialect -> dialect.capabilities().contains(Capability.EMBEDDED))
                .ifPresent(dialect -> need(
                        "database",
                        "url",
                        "must be a database that several processes write to, and " + dialect.name() + " is none,"
                                + FOR_REDIS));
    }

    private void need(String section, String key, String what) {
        ConfigNode parent = root.entries().getOrDefault(section, ConfigNode.nothing(root.place()));
        Map<String, ConfigNode> entries = parent.entries();
        problems.add(section + "." + key, entries.getOrDefault(key, parent).place(), what);
    }
}
