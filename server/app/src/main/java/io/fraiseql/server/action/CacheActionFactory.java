package io.fraiseql.server.action;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.host.PluginContext;
import java.util.List;

/** The action {@code cache}: every server on the database forgets results that it keeps. */
public final class CacheActionFactory
        implements ActionFactory<CacheActionFactory.Parts, CacheActionFactory.Parameters> {

    /** The name that rules write. */
    public static final String NAME = "cache";

    /** What the server gives the action. */
    public record Parts(CachedResults results) {}

    /** What a rule says. */
    public record Parameters(
            @Help("The types whose rows are shown by what is to be forgotten")
            List<String> types) {

        public Parameters {
            if (types.isEmpty()) {
                throw new IllegalArgumentException("types must name one");
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Parts> configType() {
        return Parts.class;
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Action<Parameters> create(Parts parts, PluginContext context) {
        return new Action<>() {
            @Override
            public void check(Parameters parameters) {
                parts.results().require(parameters.types());
            }

            @Override
            public void run(Parameters parameters, Delivery delivery) {
                parts.results().forget(parameters.types());
            }
        };
    }
}
