package io.fraiseql.distribution.crash;

/** The configuration of a run's servers. */
final class ServerFile {

    private static final String TEXT = """
            server:
              applicationConnectors: [{type: http, port: 0}]
              adminConnectors: [{type: http, port: 0}]
              requestLog: {appenders: []}
            database: {url: "%s"}
            events: {roles: [%s], log: {lease: %dms, pollInterval: %dms}}
            observers:
              %s
              concurrency: %d
              actions: {webhook: {allowedHosts: [127.0.0.1]}}
              rules:
                - {name: each, entity: Item, event: ANY, %s}
                - {name: steps, entity: Item, event: DELETE, %s}
            """;
    private static final String QUEUED = """
                - {name: jobs, mode: queued, entity: Item, event: ANY, %s}
                - {name: lanes, mode: queued, ordered: true, entity: Item, event: ANY, %s}
                - {name: chores, mode: queued, ordered: true, entity: Item, event: DELETE, %s}
            jobs: {queue: %s, workers: %d, visibility: %dms}
            """;

    private final Topology topology;
    private final String database;
    private final Broker broker;
    private final String receiver;

    /**
     * @param database its URL
     * @param receiver the URL of the endpoint that the rules call
     */
    ServerFile(Topology topology, String database, Broker broker, String receiver) {
        this.topology = topology;
        this.database = database;
        this.broker = broker;
        this.receiver = receiver;
    }

    /** Of a server that says its name with every webhook. */
    String text(Victim kind, String name) {
        String text = TEXT.formatted(
                database,
                kind.roles(),
                CrashOptions.LEASE.toMillis(),
                CrashOptions.POLL.toMillis(),
                topology(kind),
                Topology.CONCURRENCY,
                actions(name, "each"),
                actions(name, "first", "second"));
        return text + (topology == Topology.NATS ? "" : queued(name)) + broker.settings();
    }

    private String topology(Victim kind) {
        if (topology != Topology.NATS) {
            return "topology: embedded";
        }
        return "topology: " + (kind.works() ? "workers" : "bridge") + "\n  transport: jetstream";
    }

    private String queued(String name) {
        return QUEUED.formatted(
                actions(name, "jobs"),
                actions(name, "lanes"),
                actions(name, "chore", "next"),
                topology == Topology.REDIS ? "redis" : "database",
                Topology.WORKERS,
                CrashOptions.VISIBILITY.toMillis());
    }

    /** Tried again for long, and one after the other. */
    private String actions(String name, String... paths) {
        StringBuilder actions = new StringBuilder();
        for (String path : paths) {
            actions.append(actions.isEmpty() ? "" : ", ")
                    .append("{type: webhook, url: \"%s/%s\", headers: {X-Server: \"%s\"}}"
                            .formatted(receiver, path, name));
        }
        return "retry: {max_attempts: 100, initial_delay_ms: 20, max_delay_ms: 200}, actions: [" + actions + "]";
    }
}
