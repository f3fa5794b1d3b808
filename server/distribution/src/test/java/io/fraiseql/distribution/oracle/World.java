package io.fraiseql.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of an authored schema and the rows in them. */
public final class World {

    /** A query: a list of rows, or the one with a key. */
    public record Query(String name, String type, boolean list, List<String> arguments) {}

    /** Holds the name of a row's type in the rows of an interface or a union. */
    private static final String TYPE = "#type";

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, List<Table>> members = new LinkedHashMap<>();
    private final Map<String, Query> queries = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> rowsBySource;

    /**
     * Reads the schema.
     *
     * @param schema the tree of {@code schema.json}
     * @param rows of every table by its name in the database
     */
    public World(JsonNode schema, Map<String, List<Map<String, Object>>> rows) {
        this.rowsBySource = rows;
        for (JsonNode type : schema.get("types")) {
            Table table = table(type);
            tables.put(table.name(), table);
        }
        schema.path("interfaces").forEach(this::interfaceType);
        schema.path("unions").forEach(union -> {
            List<Table> list = new ArrayList<>();
            union.get("members").forEach(member -> list.add(tables.get(member.asText())));
            abstractType(union.get("name").asText(), Map.of(), list);
        });
        for (JsonNode query : schema.get("queries")) {
            List<String> arguments = new ArrayList<>();
            query.path("arguments")
                    .forEach(argument -> arguments.add(argument.get("name").asText()));
            queries.put(
                    query.get("name").asText(),
                    new Query(
                            query.get("name").asText(),
                            query.get("return_type").asText(),
                            query.path("returns_list").asBoolean(),
                            arguments));
        }
    }

    private Table table(JsonNode type) {
        Map<String, Table.Field> fields = new LinkedHashMap<>();
        type.get("fields").forEach(field -> fields.put(field.get("name").asText(), field(field)));
        String source = unquoted(type.get("sql_source").asText());
        return new Table(
                type.get("name").asText(),
                source,
                texts(type.path("implements")),
                texts(type.path("primary_key")),
                fields,
                rows(source));
    }

    private void interfaceType(JsonNode type) {
        String name = type.get("name").asText();
        List<Table> list = tables.values().stream()
                .filter(table -> table.interfaces().contains(name))
                .toList();
        Map<String, Table.Field> fields = new LinkedHashMap<>();
        for (JsonNode field : type.get("fields")) {
            String common = field.get("name").asText();
            fields.put(common, list.get(0).fields().get(common));
        }
        abstractType(name, fields, list);
    }

    private void abstractType(String name, Map<String, Table.Field> fields, List<Table> list) {
        members.put(name, list);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Table member : list) {
            for (Map<String, Object> row : member.rows()) {
                Map<String, Object> typed = new LinkedHashMap<>(row);
                typed.put(TYPE, member.name());
                rows.add(typed);
            }
        }
        tables.put(name, new Table(name, "", List.of(), List.of(), fields, rows));
    }

    private static Table.Field field(JsonNode field) {
        if (field.has("relation")) {
            return relation(field.get("relation"));
        }
        String column = field.has("column")
                ? field.get("column").asText()
                : field.get("name").asText().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return new Table.Column(
                column,
                Scalar.of(field.get("type").asText()),
                field.get("nullable").asBoolean(),
                field.at("/sql/scale").asInt());
    }

    private static Table.Relation relation(JsonNode relation) {
        JsonNode through = relation.get("through");
        Table.Link link = through == null
                ? null
                : new Table.Link(
                        unquoted(through.get("table").asText()), texts(through.get("from")), texts(through.get("to")));
        return new Table.Relation(
                relation.get("type").asText(),
                relation.get("cardinality").asText().equals("many"),
                texts(relation.get("from")),
                texts(relation.get("to")),
                link);
    }

    private static String unquoted(String source) {
        return source.startsWith("\"")
                ? source.substring(1, source.length() - 1).replace("\"\"", "\"")
                : source;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private List<Map<String, Object>> rows(String source) {
        List<Map<String, Object>> rows = rowsBySource.get(source);
        if (rows == null) {
            throw new IllegalArgumentException("no rows of " + source);
        }
        return rows;
    }

    /** The tables by type name. */
    public Map<String, Table> tables() {
        return tables;
    }

    /** The queries by name. */
    public Map<String, Query> queries() {
        return queries;
    }

    /** The table of a type. */
    public Table table(String type) {
        return tables.get(type);
    }

    /** The types of an interface or a union; none of a type with rows of its own. */
    public List<Table> members(Table table) {
        return members.getOrDefault(table.name(), List.of());
    }

    /** The type of a row that is read as one of a type. */
    Table typeOf(Map<String, Object> row, Table table) {
        return members(table).isEmpty() ? table : table((String) row.get(TYPE));
    }

    /** Whether a fragment on one type applies to objects of another. */
    boolean isA(String object, String condition) {
        return object.equals(condition)
                || members.getOrDefault(condition, List.of()).contains(tables.get(object));
    }

    /** The rows at the other end of a relation. */
    List<Map<String, Object>> related(Map<String, Object> row, Table.Relation relation) {
        List<Map<String, Object>> all = table(relation.target()).rows();
        List<Map<String, Object>> found = new ArrayList<>();
        Table.Link link = relation.link();
        if (link == null) {
            all.stream()
                    .filter(other -> equal(row, relation.from(), other, relation.to()))
                    .forEach(found::add);
            return found;
        }
        for (Map<String, Object> between : rows(link.source())) {
            if (equal(row, relation.from(), between, link.from())) {
                all.stream()
                        .filter(other -> equal(between, link.to(), other, relation.to()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean equal(Map<String, Object> a, List<String> left, Map<String, Object> b, List<String> right) {
        for (int i = 0; i < left.size(); i++) {
            Object value = a.get(left.get(i));
            if (value == null || !value.equals(b.get(right.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
