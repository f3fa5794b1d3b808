package io.fraiseql.server.action;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;

/** The action {@code database}: a statement of the operator in the server's database. */
public final class DatabaseActionFactory implements ActionFactory<DatabaseActionFactory.Parts, DatabaseParameters> {

    /** The name that rules write. */
    public static final String NAME = "database";

    /** What the server gives the action. */
    public record Parts(DatabaseActionConfig config, SqlRunner runner, CachedResults results) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Parts> configType() {
        return Parts.class;
    }

    @Override
    public Class<DatabaseParameters> parametersType() {
        return DatabaseParameters.class;
    }

    @Override
    public Action<DatabaseParameters> create(Parts parts, PluginContext context) {
        return new DatabaseAction(parts);
    }
}
