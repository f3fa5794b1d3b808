package io.fraiseql.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers valid operations from rows in memory. */
public final class Oracle {

    private final World world;

    public Oracle(World world) {
        this.world = world;
    }

    /** The {@code data} of the answer. */
    public JsonNode answer(String text, Map<String, Object> variables) {
        Document document = Parser.parse(text);
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        return new Run(document, operation, variables).answer(operation.getSelectionSet());
    }

    /** One operation. */
    private final class Run {

        private final RawValues values;
        private final Selections selections;
        private final Where where = new Where(world);
        private final OrderBy order = new OrderBy(world);

        Run(Document document, OperationDefinition operation, Map<String, Object> variables) {
            this.values = new RawValues(operation, variables);
            this.selections = new Selections(document, values, world);
        }

        JsonNode answer(SelectionSet set) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            selections.fields("Query", List.of(set)).forEach((key, fields) -> data.set(key, root(fields)));
            return data;
        }

        private JsonNode root(List<Field> fields) {
            Field field = fields.get(0);
            if (field.getName().equals("__typename")) {
                return JsonNodeFactory.instance.textNode("Query");
            }
            World.Query query = world.queries().get(field.getName());
            Table table = world.table(query.type());
            Map<String, Object> arguments = arguments(field);
            List<SelectionSet> below = Selections.below(fields);
            if (query.list()) {
                return list(table, table.rows(), arguments, below);
            }
            return table.rows().stream()
                    .filter(row -> query.arguments().stream().allMatch(key -> {
                        Table.Column column = (Table.Column) table.fields().get(key);
                        Object value = row.get(column.column());
                        return column.scalar().compare(value, column.scalar().parse(arguments.get(key))) == 0;
                    }))
                    .findFirst()
                    .map(row -> (JsonNode) object(table, row, below))
                    .orElse(NullNode.instance);
        }

        private Map<String, Object> arguments(Field field) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            for (Argument argument : field.getArguments()) {
                Object raw = values.of(argument.getValue());
                if (raw != RawValues.ABSENT) {
                    arguments.put(argument.getName(), raw);
                }
            }
            return arguments;
        }

        private ArrayNode list(
                Table table, List<Map<String, Object>> rows, Map<String, Object> arguments, List<SelectionSet> below) {
            Object filter = arguments.get("where");
            Stream<Map<String, Object>> kept = rows.stream()
                    .filter(row -> filter == null || where.keeps(filter, table, row))
                    .sorted(order.of(arguments.get("orderBy"), table));
            if (arguments.get("offset") != null) {
                kept = kept.skip(Long.parseLong(arguments.get("offset").toString()));
            }
            if (arguments.get("limit") != null) {
                kept = kept.limit(Long.parseLong(arguments.get("limit").toString()));
            }
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            kept.forEach(row -> list.add(object(table, row, below)));
            return list;
        }

        private ObjectNode object(Table read, Map<String, Object> row, List<SelectionSet> sets) {
            Table table = world.typeOf(row, read);
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            selections.fields(table.name(), sets).forEach((key, fields) -> object.set(key, value(table, row, fields)));
            return object;
        }

        private JsonNode value(Table table, Map<String, Object> row, List<Field> fields) {
            Field field = fields.get(0);
            if (field.getName().equals("__typename")) {
                return JsonNodeFactory.instance.textNode(table.name());
            }
            Table.Field declared = table.fields().get(field.getName());
            if (declared instanceof Table.Column column) {
                Object value = row.get(column.column());
                return value == null ? NullNode.instance : column.scalar().json(value, column.scale());
            }
            Table.Relation relation = (Table.Relation) declared;
            Table target = world.table(relation.target());
            List<SelectionSet> below = Selections.below(fields);
            List<Map<String, Object>> related = world.related(row, relation);
            if (relation.many()) {
                return list(target, related, arguments(field), below);
            }
            return related.isEmpty() ? NullNode.instance : object(target, related.get(0), below);
        }
    }
}
