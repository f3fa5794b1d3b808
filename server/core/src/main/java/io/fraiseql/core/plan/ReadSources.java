package io.fraiseql.core.plan;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.WrittenTables;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a schema reads from, as names of one or more parts (schema, name).
 *
 * @param all every table and view
 * @param unwritten those that no mutation writes: they may be views of what one does
 * @param written the tables in which the rows of an entity of events may stand
 * @param functions whether there are functions, whose events do not tell what else they wrote
 */
public record ReadSources(
        List<List<String>> all,
        List<List<String>> unwritten,
        Map<String, Set<List<String>>> written,
        boolean functions) {

    public ReadSources {
        all = List.copyOf(all);
        unwritten = List.copyOf(unwritten);
        written = Map.copyOf(written);
    }

    static ReadSources of(Model model, String dialect) {
        Set<List<String>> all = new LinkedHashSet<>();
        model.types().values().stream()
                .filter(type -> type.source().kind() != Source.Kind.EMBEDDED)
                .forEach(type -> all.add(type.source().relation().get(dialect)));
        model.queries().values().stream()
                .filter(query -> query.relation() != null)
                .forEach(query -> all.add(query.relation().get(dialect)));
        model.types().values().forEach(type -> type.fields().values().stream()
                .filter(field -> field.relation() != null && field.relation().through() != null)
                .forEach(field -> all.add(field.relation().through().table().get(dialect))));
        Set<List<String>> unwritten = new LinkedHashSet<>(all);
        model.mutations().values().stream()
                .filter(mutation -> mutation.operation() != Mutation.Operation.CUSTOM)
                .forEach(mutation -> unwritten.remove(mutation.source().get(dialect)));
        return new ReadSources(
                List.copyOf(all),
                List.copyOf(unwritten),
                written(model, dialect),
                model.mutations().values().stream()
                        .anyMatch(mutation -> mutation.operation() == Mutation.Operation.CUSTOM));
    }

    private static Map<String, Set<List<String>>> written(Model model, String dialect) {
        Map<String, Set<List<String>>> written = new HashMap<>();
        for (ObjectType type : model.types().values()) {
            if (type.source().kind() == Source.Kind.COLUMNS) {
                Set<List<String>> tables =
                        WrittenTables.of(type, model.mutations().values(), dialect);
                for (String entity :
                        WrittenTables.entities(type, model.mutations().values())) {
                    written.computeIfAbsent(entity, name -> new LinkedHashSet<>())
                            .addAll(tables);
                }
            }
        }
        return written;
    }
}
