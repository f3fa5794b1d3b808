package io.fraiseql.core.schema;

import io.fraiseql.core.model.AggregateFunction;
import io.fraiseql.core.model.AggregateWindow;
import io.fraiseql.core.model.GroupValue;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.schema.AggregateQueryDefinition.WindowDefinition;
import java.util.ArrayList;
import java.util.List;

/** Checks that the values of windows are there. */
final class WindowCheck {

    private final Scope scope;
    private final Model model;

    WindowCheck(Scope scope, Model model) {
        this.scope = scope;
        this.model = model;
    }

    void check(List<AggregateQueryDefinition> definitions) {
        for (AggregateQueryDefinition definition : definitions) {
            RootField query = model.queries().get(scope.naming().apply(definition.name()));
            ObjectType type = query == null ? null : model.type(query.type().name());
            if (query != null && type != null) {
                definition.windows().forEach(written -> check(query, written, type));
            }
        }
    }

    private void check(RootField query, WindowDefinition written, ObjectType type) {
        query.windows().stream()
                .filter(window -> window.name().equals(scope.naming().apply(written.name())))
                .forEach(window -> check(window, written, type));
    }

    private void check(AggregateWindow window, WindowDefinition written, ObjectType type) {
        for (int i = 0; i < window.partitionBy().size(); i++) {
            value(window.partitionBy().get(i), Pointer.to(Pointer.to(written.at(), "partition_by"), i), type);
        }
        for (int i = 0; i < window.orderBy().size(); i++) {
            value(
                    window.orderBy().get(i).by(),
                    Pointer.to(written.orderBy().get(i).at(), "by"),
                    type);
        }
        GroupValue of = window.of();
        if (of != null && !value(of, Pointer.to(written.at(), "of"), type)) {
            return;
        }
        if (window.result(type, model) == null) {
            String problem = of == null
                    ? "`" + written.function() + "` needs to know of what"
                    : "`" + written.function() + "` has no result for `" + of + "`";
            scope.problems()
                    .add(Pointer.to(written.at(), "of"), problem, of == null ? "add `of`" : "change or remove `of`");
        }
    }

    private boolean value(GroupValue value, String pointer, ObjectType type) {
        if (value.type(type, model) != null) {
            return true;
        }
        scope.problems()
                .addUnknown(
                        pointer,
                        "groups of `" + type.name() + "` have no `" + value + "`",
                        value.toString(),
                        known(type));
        return false;
    }

    private List<String> known(ObjectType type) {
        List<String> known = new ArrayList<>(List.of("count"));
        type.fields().values().forEach(field -> {
            if (AggregateFunction.groupable(field, model)) {
                known.add("keys." + field.name());
            }
            for (AggregateFunction function : AggregateFunction.values()) {
                if (function.fields().result(field, model) != null) {
                    known.add(function.graphQLName() + "." + field.name());
                }
            }
        });
        return known;
    }
}
