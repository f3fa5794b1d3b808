package io.fraiseql.distribution.crash;

import java.util.Locale;

/** What a run disturbs: processes of servers, by what they do, and what these depend on beside the database. */
enum Victim {
    /** Does everything, where one process may write. */
    SERVER("api, events, workers"),
    WRITER("api"),
    READER("events"),
    WORKER("workers"),
    REDIS(""),
    NATS("");

    private final String roles;

    Victim(String roles) {
        this.roles = roles;
    }

    /** The server's {@code events.roles}. */
    String roles() {
        return roles;
    }

    boolean isServer() {
        return !roles.isEmpty();
    }

    boolean answers() {
        return roles.contains("api");
    }

    boolean reads() {
        return roles.contains("events");
    }

    boolean works() {
        return roles.contains("workers");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
