package io.fraiseql.server.config;

import io.fraiseql.spi.sql.Capability;
import java.util.Map;
import java.util.Optional;

/** Notes what a topology needs and the configuration lacks. */
final class TopologyNeeds {

    private static final String REDIS = "redis";

    private final ConfigNode root;
    private final ConfigProblems problems;

    TopologyNeeds(ConfigNode root, ConfigProblems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** @param database empty when there is none as configured */
    void check(ObserversConfig observers, JobsConfig jobs, StateConfig state, Optional<DatabaseChoice> database) {
        if (observers.topology() != ObserversConfig.Topology.REDIS) {
            return;
        }
        if (!REDIS.equals(jobs.queue())) {
            need("jobs", "queue", "must be redis");
        }
        if (!REDIS.equals(state.store())) {
            need("state", "store", "must be redis");
        }
        database.map(choice -> choice.offer().dialect())
                .filter(dialect -> dialect.capabilities().contains(Capability.EMBEDDED))
                .ifPresent(dialect -> need(
                        "database",
                        "url",
                        "must be a database that several processes write to, and " + dialect.name() + " is none,"));
    }

    private void need(String section, String key, String what) {
        ConfigNode parent = root.entries().getOrDefault(section, ConfigNode.nothing(root.place()));
        Map<String, ConfigNode> entries = parent.entries();
        problems.add(
                section + "." + key, entries.getOrDefault(key, parent).place(), what + " for observers.topology redis");
    }
}
