package io.fraiseql.server.action;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFailedException;
import io.fraiseql.spi.action.Delivery;
import io.fraiseql.spi.action.Template;
import io.fraiseql.spi.action.Template.Escape;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a statement with the values of an event. */
final class DatabaseAction implements Action<DatabaseParameters> {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAction.class);

    /** The place that has the delivery's id. */
    private static final String DELIVERY = "delivery";

    private final Map<String, NamedSql> statements = new TreeMap<>();
    private final DatabaseActionFactory.Parts parts;

    DatabaseAction(DatabaseActionFactory.Parts parts) {
        this.parts = parts;
        parts.config().statements().forEach((name, sql) -> statements.put(name, NamedSql.of(sql)));
    }

    @Override
    public void check(DatabaseParameters parameters) {
        NamedSql statement = statements.get(parameters.statement());
        if (statement == null) {
            throw new IllegalArgumentException("there is no statement `" + parameters.statement()
                    + "` in observers.actions.database.statements of the configuration"
                    + (statements.isEmpty() ? "" : ", which has " + String.join(", ", statements.keySet())));
        }
        Set<String> places = new TreeSet<>(statement.names());
        places.remove(DELIVERY);
        if (!places.equals(parameters.params().keySet())) {
            throw new IllegalArgumentException("the params of `" + parameters.statement() + "` must be "
                    + (places.isEmpty() ? "left out" : String.join(", ", places)));
        }
    }

    @Override
    public void run(DatabaseParameters parameters, Delivery delivery) {
        NamedSql statement = Objects.requireNonNull(statements.get(parameters.statement()));
        Object[] values = statement.names().stream()
                .map(name -> value(name, parameters, delivery))
                .toArray();
        try {
            parts.runner()
                    .run(statement.statement(), statement.gives(), values, delivery.id(), delivery.deadlineNanos());
        } catch (FraiseqlException e) {
            throw failed(parameters.statement(), e);
        }
        parts.results().forgetAll();
    }

    private static String value(String name, DatabaseParameters parameters, Delivery delivery) {
        Template template = parameters.params().get(name);
        return template == null ? delivery.id() : template.render(delivery.event(), Escape.NONE);
    }

    private static ActionFailedException failed(String statement, FraiseqlException e) {
        LOG.warn("the statement '{}' of an observer failed", statement, e);
        return DatabaseFailure.of("the statement '" + statement + "' failed", e);
    }
}
