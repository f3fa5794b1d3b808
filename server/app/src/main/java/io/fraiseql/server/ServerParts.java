package io.fraiseql.server;

import io.dropwizard.core.setup.Environment;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.spi.database.Database;

/** What the application puts between an open database and the network. Called on the boot thread, in this order. */
public interface ServerParts {

    /** Reads the compiled schema and makes the engine for it. */
    GraphQLEngine engine(FraiseqlConfiguration configuration, Database database);

    /** Registers the endpoints, health checks and metrics. */
    void http(FraiseqlConfiguration configuration, GraphQLEngine engine, Database database, Environment environment);
}
