package io.fraiseql.server;

import io.dropwizard.core.setup.Environment;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.server.cli.CliCommand;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.Host;
import io.fraiseql.spi.database.Database;
import java.util.List;

/** The engine and the endpoints, as the application needs them. Called on the boot thread. */
public interface ServerParts {

    /** The commands that work on schemas. */
    List<CliCommand> commands(Host host);

    /** Reads the compiled schema and makes the engine for it. */
    GraphQLEngine engine(FraiseqlConfiguration configuration, Database database);

    /** Registers the endpoints, health checks and metrics. */
    void http(FraiseqlConfiguration configuration, GraphQLEngine engine, Database database, Environment environment);
}
