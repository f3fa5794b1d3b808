package io.fraiseql.core.surface;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.surface.ListDocuments.Listed;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the GraphQL request for rows of a view: its names are the schema's, its values are variables. Used for one request. */
public final class ViewDocument {

    private static final String VIEW = "view";
    private static final String COLUMNS = "columns";
    private static final Set<String> KEYS = Set.of(VIEW, COLUMNS, "where", "order_by", "limit", "offset");

    private final Map<String, Object> given;
    private final Listed listed;
    private final List<String> declared = new ArrayList<>();
    private final List<String> passed = new ArrayList<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();

    private ViewDocument(Listed listed, Map<String, Object> given) {
        this.given = given;
        this.listed = listed;
    }

    /**
     * For all rows of a table or view, whatever its name.
     *
     * @param columns names of fields; null for all
     * @throws FraiseqlException {@code NOT_FOUND} when no list of the schema reads it
     */
    public static ViewDocument ofTable(ListDocuments lists, String name, @Nullable List<?> columns) {
        return new ViewDocument(lists.relation(name), columns == null ? Map.of() : Map.of(COLUMNS, columns));
    }

    /** @throws FraiseqlException {@code NOT_FOUND} for an unknown view, {@code BAD_USER_INPUT} for what else is wrong */
    public static ViewDocument ofView(ListDocuments lists, Map<String, Object> given) {
        for (String key : given.keySet()) {
            if (!KEYS.contains(key)) {
                throw refused("\"" + ListDocuments.clipped(key) + "\" is no key of a view"
                        + ListDocuments.suggestion(key, KEYS));
            }
        }
        if (!(given.get(VIEW) instanceof String name)) {
            throw refused("\"view\" must be the name of a view");
        }
        ViewDocument document = new ViewDocument(lists.view(name), given);
        document.passAll();
        return document;
    }

    private void passAll() {
        String type = listed.query().type().name();
        pass("where", "where", SurfaceNames.where(type), listed.query().where());
        pass(
                "order_by",
                "orderBy",
                "[" + SurfaceNames.orderBy(type) + "!]",
                listed.query().orderBy());
        pass("limit", "limit", "Int", listed.query().limit());
        pass("offset", "offset", "Int", listed.query().offset());
    }

    private void pass(String key, String argument, String type, boolean offered) {
        if (!given.containsKey(key)) {
            return;
        }
        if (!offered) {
            throw refused("the list of this view takes no \"" + key + "\"");
        }
        declared.add("$" + argument + ": " + type);
        passed.add(argument + ": $" + argument);
        variables.put(argument, given.get(key));
    }

    /** The members of a request. */
    public Map<String, Object> request() {
        String selection = " { " + String.join(" ", columns()) + " } }";
        String query = declared.isEmpty()
                ? "{ " + listed.query().name() + selection
                : "query (" + String.join(", ", declared) + ") { "
                        + listed.query().name() + "(" + String.join(", ", passed) + ")" + selection;
        return Map.of("query", query, "variables", variables);
    }

    private List<String> columns() {
        if (!given.containsKey(COLUMNS)) {
            return listed.columns();
        }
        if (!(given.get(COLUMNS) instanceof List<?> names) || names.isEmpty()) {
            throw refused("\"columns\" must be a list of names with at least one");
        }
        List<String> columns = new ArrayList<>();
        for (Object name : names) {
            columns.add(column(name, columns));
        }
        return columns;
    }

    private String column(@Nullable Object name, List<String> before) {
        String text = ListDocuments.clipped(String.valueOf(name));
        int place = name instanceof String ? listed.columns().indexOf(name) : -1;
        if (place < 0) {
            throw refused("the view has no column '" + text + "'" + ListDocuments.suggestion(text, listed.columns()));
        }
        String column = listed.columns().get(place);
        if (before.contains(column)) {
            throw refused("the column '" + column + "' is asked for twice");
        }
        return column;
    }

    private static FraiseqlException refused(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }
}
