package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.NestedRelation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.spi.sql.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that the mutations of a schema write, each once. Thread-safe. */
final class WriteTargets {

    private final Model model;
    private final WriteStatements statements;
    private final Map<String, WriteTarget> targets = new ConcurrentHashMap<>();

    WriteTargets(Model model, Dialect dialect) {
        this.model = model;
        this.statements = new WriteStatements(dialect);
    }

    Model model() {
        return model;
    }

    WriteStatements statements() {
        return statements;
    }

    WriteTarget of(Mutation mutation) {
        ObjectType type = model.type(mutation.type());
        if (type == null) {
            throw new IllegalStateException("no type " + mutation.type());
        }
        List<String> table = mutation.source().get(dialect());
        return targets.computeIfAbsent(type.name() + " " + table, name -> new WriteTarget(type, table, this));
    }

    /** What can be written together with a row of a type, by the relation's field. */
    Map<String, NestedTarget> nested(WriteTarget target) {
        Map<String, NestedTarget> nested = new LinkedHashMap<>();
        for (NestedRelation relation : NestedRelation.of(model, target.type(), dialect())) {
            Mutation mutation = first(relation.target().name());
            WriteTarget far = of(mutation);
            nested.put(
                    relation.field().name(),
                    new NestedTarget(
                            relation.many(),
                            far,
                            mutation.entity(),
                            columns(target, relation.own()),
                            columns(far, relation.far())));
        }
        return nested;
    }

    private static List<WriteColumn> columns(WriteTarget target, List<Field> fields) {
        return fields.stream().map(field -> target.column(field.name())).toList();
    }

    private Mutation first(String type) {
        return model.mutations().values().stream()
                .filter(mutation -> mutation.type().equals(type) && mutation.operation() != Mutation.Operation.CUSTOM)
                .findFirst()
                .orElseThrow();
    }

    private String dialect() {
        return statements.dialect().name();
    }
}
