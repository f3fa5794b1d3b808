package io.fraiseql.server.config;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;

/** The {@code events} section. */
public record EventsConfig(
        @Help("The table in which mutations note what they wrote") @Default("{}")
        Outbox outbox) {

    /** The {@code events.outbox} section. */
    public record Outbox(
            @Default("true")
            @Help("Whether every mutation appends its events to the table fraiseql_event, in its own transaction")
            boolean enabled,

            @Default("embedded")
            @Help(
                    "When the server makes its own tables by itself as it starts: 'embedded' in a database file of its own, "
                            + "'always', or 'never'; otherwise 'db migrate' does")
            Migrate migrate) {}

    /** When the server's own tables are made without {@code db migrate}. */
    public enum Migrate {
        EMBEDDED,
        ALWAYS,
        NEVER
    }
}
