package io.fraiseql.server.config;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import java.util.Map;

/** Notes what a topology needs and the configuration lacks. */
final class TopologyNeeds {

    private static final String REDIS = "redis";

    private final ConfigNode root;
    private final ConfigProblems problems;

    TopologyNeeds(ConfigNode root, ConfigProblems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** @param dialect of the database; null when that could not be told */
    void check(ObserversConfig observers, JobsConfig jobs, StateConfig state, @Nullable Dialect dialect) {
        if (observers.topology() != ObserversConfig.Topology.REDIS) {
            return;
        }
        if (!REDIS.equals(jobs.queue())) {
            need("jobs", "queue", "must be redis");
        }
        if (!REDIS.equals(state.store())) {
            need("state", "store", "must be redis");
        }
        if (dialect != null && dialect.capabilities().contains(Capability.EMBEDDED)) {
            need(
                    "database",
                    "url",
                    "must be a database that several processes write to, and " + dialect.name() + " is none,");
        }
    }

    private void need(String section, String key, String what) {
        ConfigNode parent = root.entries().getOrDefault(section, ConfigNode.nothing(root.place()));
        Map<String, ConfigNode> entries = parent.entries();
        problems.add(
                section + "." + key, entries.getOrDefault(key, parent).place(), what + " for observers.topology redis");
    }
}
