package io.fraiseql.core.surface;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists of a schema whose rows are columns, and documents that ask for them. Immutable. */
public final class ListDocuments {

    private final Map<String, Listed> byView = new LinkedHashMap<>();
    private final Map<String, Listed> byRelation = new LinkedHashMap<>();
    private final List<Listed> all = new ArrayList<>();

    /**
     * A list.
     *
     * @param view the name of the view that it reads, when that is one for columnar reading; null otherwise
     * @param columns the names of its fields that are columns
     */
    public record Listed(RootField query, @Nullable String view, List<String> columns) {

        /** Asks for everything. */
        public String document() {
            return "{ " + query.name() + " { " + String.join(" ", columns) + " } }";
        }
    }

    /** @param dialect whose names of views count */
    public ListDocuments(Model model, String dialect) {
        for (QueryFields.QueryField field : QueryFields.of(model).values()) {
            RootField query = field.query();
            if (field.kind() == QueryFields.Kind.ROWS && query != null && isOpenList(query)) {
                add(model.types().get(query.type().name()), query, dialect);
            }
        }
    }

    private static boolean isOpenList(RootField query) {
        return query.type().list()
                && query.type().kind() == TypeRef.Kind.OBJECT
                && query.arguments().stream()
                        .allMatch(argument -> argument.type().nullable() || argument.defaultValue() != null);
    }

    private void add(@Nullable ObjectType type, RootField query, String dialect) {
        List<String> columns = type == null
                ? List.of()
                : type.fields().values().stream()
                        .filter(ListDocuments::isColumn)
                        .map(Field::name)
                        .toList();
        if (type == null || columns.isEmpty()) {
            return;
        }
        ByDialect<List<String>> own = query.relation();
        List<String> relation = (own == null ? type.source().relation() : own).get(dialect);
        Listed listed = new Listed(query, isView(relation) ? String.join(".", relation) : null, columns);
        all.add(listed);
        byRelation.putIfAbsent(String.join(".", relation), listed);
        if (listed.view() != null) {
            byView.putIfAbsent(listed.view(), listed);
        }
    }

    private static boolean isColumn(Field field) {
        return field.relation() == null && field.type().leaf() && !field.type().list();
    }

    private static boolean isView(List<String> relation) {
        String name = relation.get(relation.size() - 1);
        return name.startsWith("va_") || name.startsWith("ta_");
    }

    /** The lists, in the order of the schema. */
    public List<Listed> all() {
        return List.copyOf(all);
    }

    /** The list that reads a view. */
    public Listed view(String name) {
        Listed listed = byView.get(name);
        if (listed == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "there is no view '" + clipped(name) + "'" + suggestion(name, byView.keySet())
                            + "; a view has a name that begins with va_ or ta_ and a list in the schema");
        }
        return listed;
    }

    /** The list that reads a table or view. */
    Listed relation(String name) {
        Listed listed = byRelation.get(name);
        if (listed == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "no list of the schema reads '" + clipped(name) + "'" + suggestion(name, byRelation.keySet()));
        }
        return listed;
    }

    static String suggestion(String name, Collection<String> known) {
        String near = Nearest.to(clipped(name), known);
        return near == null ? "" : "; did you mean '" + near + "'?";
    }

    static String clipped(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }
}
