package io.fraiseql.core.introspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.NamingConvention;
import io.fraiseql.core.schema.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Adds a database to an authored schema: what is called or stored otherwise there becomes a map by dialect. Types and fields are the
 * same when their GraphQL names are. Called by {@code introspect --merge}; thread-safe.
 */
public final class SchemaMerge {

    /**
     * Merges.
     *
     * @param existing a schema without problems, for the {@code dialects}
     * @param dialects what the existing schema is for; at least one
     * @param added the schema generated from the other database
     * @param dialect what that database is
     * @return the merged schema, with the notes of {@code added} and what does not match
     */
    public GeneratedSchema merge(ObjectNode existing, List<String> dialects, GeneratedSchema added, String dialect) {
        List<String> notes = new ArrayList<>(added.notes());
        ObjectNode merged = reparse(existing);
        new Run(new ValueMerge(dialects, dialect), naming(merged), dialect, notes)
                .schema(merged, reparse(added.schema()));
        return new GeneratedSchema(merged, notes);
    }

    /** The same tree with the node classes that parsing gives, so that equal values are equal. */
    private static ObjectNode reparse(ObjectNode tree) {
        Problems problems = new Problems();
        if (JsonText.parse(tree.toString(), problems) instanceof ObjectNode root && problems.isEmpty()) {
            return root;
        }
        throw new IllegalArgumentException("not a schema: " + problems.list());
    }

    private static Function<String, String> naming(ObjectNode schema) {
        boolean snakeCase = NamingConvention.SNAKE_CASE
                .key()
                .equals(schema.path("naming_convention").asText());
        return snakeCase ? name -> name : NamingConvention.CAMEL_CASE::apply;
    }

    private record Run(ValueMerge values, Function<String, String> naming, String dialect, List<String> notes) {

        void schema(ObjectNode existing, ObjectNode added) {
            each("the type", byName(existing.path("types")), byName(added.path("types")), this::type);
            each("the enum", byName(existing.path("enums")), byName(added.path("enums")), this::enumType);
        }

        private void each(
                String what, Map<String, ObjectNode> existing, Map<String, ObjectNode> added, PairVisitor visitor) {
            existing.forEach((name, node) -> {
                ObjectNode other = added.get(name);
                if (other == null) {
                    notes.add(what + " `" + name + "` has nothing like it for " + dialect);
                } else {
                    visitor.visit(name, node, other);
                }
            });
            added.keySet().stream()
                    .filter(name -> !existing.containsKey(name))
                    .forEach(name -> notes.add(what + " `" + name + "` is only for " + dialect + " and is left out"));
        }

        private void type(String name, ObjectNode existing, ObjectNode added) {
            values.merge(existing, added, "sql_source");
            values.merge(existing, added, "primary_key");
            Map<String, ObjectNode> fields = new LinkedHashMap<>();
            byName(existing.path("fields"))
                    .forEach((field, node) -> fields.put(name + "." + naming.apply(field), node));
            Map<String, ObjectNode> others = new LinkedHashMap<>();
            byName(added.path("fields")).forEach((field, node) -> others.put(name + "." + field, node));
            each("the field", fields, others, this::field);
        }

        private void field(String name, ObjectNode existing, ObjectNode added) {
            if (!existing.path("type").equals(added.path("type"))) {
                notes.add(
                        "the field `" + name + "` is `" + existing.path("type").asText() + "` and for " + dialect + " `"
                                + added.path("type").asText() + "`");
            }
            boolean nullable = added.path("nullable").asBoolean();
            if (nullable && !existing.path("nullable").asBoolean()) {
                notes.add("the field `" + name + "` is not nullable, and for " + dialect + " it is");
            }
            boolean relation = existing.has("relation");
            if (relation != added.has("relation") || existing.has("computed")) {
                notes.add("the field `" + name + "` is a relation, computed or stored, and for " + dialect
                        + " another of" + " these");
            } else if (relation) {
                relation((ObjectNode) existing.get("relation"), (ObjectNode) added.get("relation"), name);
            } else {
                values.mergeColumn(existing, added);
                values.merge(existing, added, "sql");
                if (!existing.has("sql")) {
                    notes.add("the field `" + name + "` has no `sql`, so that for " + dialect + " is left out");
                }
            }
        }

        private void relation(ObjectNode existing, ObjectNode added, String name) {
            values.merge(existing, added, "from");
            values.merge(existing, added, "to");
            if (existing.has("through") != added.has("through")) {
                notes.add("the relation `" + name + "` goes through a link on one side only");
            } else if (existing.get("through") instanceof ObjectNode through) {
                ObjectNode other = (ObjectNode) added.get("through");
                values.merge(through, other, "table");
                values.merge(through, other, "from");
                values.merge(through, other, "to");
            }
        }

        private void enumType(String name, ObjectNode existing, ObjectNode added) {
            if (!stored(existing).equals(stored(added))) {
                notes.add("the enum `" + name + "` has the values " + stored(existing) + ", and for " + dialect + " "
                        + stored(added));
            }
        }

        private static List<String> stored(ObjectNode type) {
            List<String> values = new ArrayList<>();
            for (JsonNode value : type.path("values")) {
                JsonNode name = value.isTextual() ? value : value.path("name");
                values.add(value.has("value") ? value.path("value").asText() : name.asText());
            }
            return values;
        }

        private static Map<String, ObjectNode> byName(JsonNode list) {
            Map<String, ObjectNode> byName = new LinkedHashMap<>();
            list.forEach(node -> byName.put(node.path("name").asText(), (ObjectNode) node));
            return byName;
        }
    }

    private interface PairVisitor {
        void visit(String name, ObjectNode existing, ObjectNode added);
    }
}
