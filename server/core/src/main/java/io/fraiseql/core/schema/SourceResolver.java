package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Source;
import io.fraiseql.spi.Nullable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds where the rows of types come from. */
final class SourceResolver {

    private static final String DEFAULT_JSON_COLUMN = "data";

    private final Targets targets;
    private final Problems problems;

    SourceResolver(Targets targets, Problems problems) {
        this.targets = targets;
        this.problems = problems;
    }

    Source resolve(TypeDefinition type) {
        ByDialect<String> source = type.source();
        if (source == null) {
            needsSource(type, "source_kind", type.sourceKind());
            needsSource(type, "jsonb_column", type.jsonColumn());
            needsSource(type, "primary_key", type.primaryKey());
            return new Source(Source.Kind.EMBEDDED, ByDialect.same(List.of()), "");
        }
        ByDialect<List<String>> relation =
                targets.sourceNames(Pointer.to(type.at(), "sql_source"), "sql_source", source);
        Source.Kind kind = kind(type, relation);
        String jsonColumn = type.jsonColumn();
        if (kind == Source.Kind.COLUMNS && jsonColumn != null) {
            problems.add(
                    Pointer.to(type.at(), "jsonb_column"),
                    "`jsonb_column` says nothing to a type whose fields are columns",
                    "remove it, or write `\"source_kind\": \"document\"`");
        }
        String documentColumn = jsonColumn == null ? DEFAULT_JSON_COLUMN : jsonColumn;
        return new Source(kind, relation, kind == Source.Kind.DOCUMENT ? documentColumn : "");
    }

    private void needsSource(TypeDefinition type, String key, @Nullable Object value) {
        if (value != null) {
            problems.add(
                    Pointer.to(type.at(), key),
                    "`" + key + "` says nothing to a type without `sql_source`",
                    "add `sql_source` or remove `" + key + "`");
        }
    }

    private Source.Kind kind(TypeDefinition type, ByDialect<List<String>> relation) {
        String key = type.sourceKind();
        if (key == null) {
            return type.jsonColumn() == null ? kindByName(type, relation) : Source.Kind.DOCUMENT;
        }
        if (!key.equals("document") && !key.equals("columns")) {
            problems.addUnknown(
                    Pointer.to(type.at(), "source_kind"),
                    "`" + key + "` is not a kind of source; there are `document` and `columns`",
                    key,
                    List.of("document", "columns"));
        }
        return key.equals("document") ? Source.Kind.DOCUMENT : Source.Kind.COLUMNS;
    }

    private Source.Kind kindByName(TypeDefinition type, ByDialect<List<String>> relation) {
        Set<Boolean> document = new HashSet<>();
        for (List<String> parts : relation.values().values()) {
            String name = parts.get(parts.size() - 1);
            document.add(name.startsWith("v_") || name.startsWith("tv_"));
        }
        if (document.size() > 1) {
            problems.add(
                    Pointer.to(type.at(), "sql_source"),
                    "the names of the sources do not agree whether the type is a document",
                    "add `\"source_kind\": \"columns\"` or `\"document\"`");
        }
        return document.contains(true) ? Source.Kind.DOCUMENT : Source.Kind.COLUMNS;
    }
}
