package io.fraiseql.server;

import io.fraiseql.core.compile.CaptureScript;
import io.fraiseql.core.execute.EngineState;
import io.fraiseql.core.execute.MutationOptions;
import io.fraiseql.server.config.DatabaseChoice;
import io.fraiseql.server.config.EventsConfig;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.GraphqlConfig;
import io.fraiseql.server.config.MutationConfig;
import io.fraiseql.server.config.SchemaConfig;
import io.fraiseql.server.engine.ServedEngine;
import io.fraiseql.server.http.HttpConfig;
import io.fraiseql.server.system.CaptureTriggers;
import io.fraiseql.server.system.SystemTables;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.sql.Capability;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Opens the compiled schema as its file is now, on a database that has what it needs, and has its writes followed. */
final class EngineOpener implements Supplier<ServedEngine> {

    private final FraiseqlConfiguration configuration;
    private final Database database;
    private final EngineState state;
    private final WriteFollowers followers;
    private final Path migrations;

    EngineOpener(
            FraiseqlConfiguration configuration,
            Database database,
            EngineState state,
            WriteFollowers followers,
            Path migrations) {
        this.configuration = configuration;
        this.database = database;
        this.state = state;
        this.followers = followers;
        this.migrations = migrations;
    }

    @Override
    public ServedEngine get() {
        DatabaseChoice choice = configuration.database();
        EventsConfig events = configuration.section(EventsConfig.class);
        MutationConfig mutation = configuration.section(MutationConfig.class);
        ServedEngine opened = ServedEngine.open(
                Path.of(configuration.section(SchemaConfig.class).path()),
                choice.offer().dialect(),
                database,
                configuration.section(GraphqlConfig.class),
                introspection(),
                new MutationOptions(mutation.maxRows(), events.outbox().enabled(), events.retention()),
                state);
        followers.serve(opened, prepared(opened, choice, events.outbox()));
        return opened;
    }

    /** Whether clients may read the schema. */
    boolean introspection() {
        return configuration.section(GraphqlConfig.class).introspection()
                && !configuration.section(HttpConfig.class).production();
    }

    /** Makes sure that the database has what a schema needs, and tells whether the schema has events. */
    private boolean prepared(ServedEngine opened, DatabaseChoice choice, EventsConfig.Outbox outbox) {
        CaptureScript triggers = opened.triggers();
        boolean events = outbox.enabled() && (opened.mutates() || triggers != null && triggers.tables() > 0);
        if (events) {
            new SystemTables(database.systemDataSource(), migrations).require(migrates(outbox, choice));
        }
        if (triggers != null) {
            new CaptureTriggers(database.systemDataSource())
                    .require(triggers, choice.offer().name());
        }
        return events;
    }

    private static boolean migrates(EventsConfig.Outbox outbox, DatabaseChoice choice) {
        return switch (outbox.migrate()) {
            case EMBEDDED -> choice.offer().dialect().capabilities().contains(Capability.EMBEDDED);
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
