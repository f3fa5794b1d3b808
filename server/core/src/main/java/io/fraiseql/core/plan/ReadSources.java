package io.fraiseql.core.plan;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a schema reads from, as names of one or more parts (schema, name).
 *
 * @param all every table and view
 * @param unwritten those that no mutation writes: they may be views of what one does
 */
public record ReadSources(List<List<String>> all, List<List<String>> unwritten) {

    public ReadSources {
        all = List.copyOf(all);
        unwritten = List.copyOf(unwritten);
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
        return new ReadSources(List.copyOf(all), List.copyOf(unwritten));
    }
}
