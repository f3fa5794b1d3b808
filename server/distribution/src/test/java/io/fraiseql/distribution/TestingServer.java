package io.fraiseql.distribution;

import io.dropwizard.core.setup.Environment;
import io.fraiseql.core.request.GraphQLEngine;
import io.fraiseql.server.FraiseqlApplication;
import io.fraiseql.server.ServerParts;
import io.fraiseql.server.cli.CliCommand;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.Host;
import io.fraiseql.spi.database.Database;
import java.util.List;

/** The shipped application around an engine that is never asked: shows how the process starts and stops. */
final class TestingServer implements ServerParts {

    public static void main(String[] arguments) throws Exception {
        new FraiseqlApplication(new TestingServer()).run(arguments);
    }

    @Override
    public List<CliCommand> commands(Host host) {
        return List.of();
    }

    @Override
    public GraphQLEngine engine(FraiseqlConfiguration configuration, Database database) {
        return (request, context, out) -> {
            throw new UnsupportedOperationException();
        };
    }

    @Override
    public void http(
            FraiseqlConfiguration configuration, GraphQLEngine engine, Database database, Environment environment) {
        environment.jersey().disable();
    }
}
