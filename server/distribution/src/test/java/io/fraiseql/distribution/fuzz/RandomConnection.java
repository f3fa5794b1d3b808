package io.fraiseql.distribution.fuzz;

import io.fraiseql.distribution.oracle.Table;
import io.fraiseql.distribution.oracle.World;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list and the connection over it.
 *
 * @param list asks for the whole list
 * @param pages asks for a page by the variables {@code first, last, after} and {@code before}
 */
record RandomConnection(Operation list, Operation pages) {

    private static final String PAGE = "first: $first, last: $last, after: $after, before: $before";
    private static final String AROUND =
            " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node ";

    /** A list of the root with a key to tell its rows apart. */
    static RandomConnection draw(Dice dice, World world) {
        List<World.Query> lists = world.queries().values().stream()
                .filter(query ->
                        query.list() && !world.table(query.type()).key().isEmpty())
                .toList();
        World.Query query = dice.of(lists);
        Table table = world.table(query.type());
        DocumentWriter writer = new DocumentWriter(dice);
        String given = arguments(dice, world, table, writer);
        String fields = columns(dice, table);
        Operation list =
                writer.document("{ q: " + query.name() + (given.isEmpty() ? "" : "(" + given + ")") + fields + " }");
        String page = "{ q: " + query.name() + "Connection(" + given + (given.isEmpty() ? "" : ", ") + PAGE
                + ") { totalCount" + AROUND + fields + " } nodes " + fields + " } }";
        return new RandomConnection(list, paged(writer.document(page)));
    }

    /** A to-many relation of all rows of a query; null when there is none. */
    static @Nullable RandomConnection nested(Dice dice, World world, World.Query query) {
        List<String> relations = new ArrayList<>();
        world.table(query.type()).fields().forEach((name, field) -> {
            if (field instanceof Table.Relation relation
                    && relation.many()
                    && !world.table(relation.target()).key().isEmpty()) {
                relations.add(name);
            }
        });
        if (relations.isEmpty()) {
            return null;
        }
        String name = dice.of(relations);
        Table target =
                world.table(((Table.Relation) world.table(query.type()).fields().get(name)).target());
        DocumentWriter writer = new DocumentWriter(dice);
        String given = arguments(dice, world, target, writer);
        String fields = columns(dice, target);
        String list =
                "{ q: " + query.name() + " { r: " + name + (given.isEmpty() ? "" : "(" + given + ")") + fields + " } }";
        String page = "{ q: " + query.name() + " { r: " + name + "Connection(" + given + (given.isEmpty() ? "" : ", ")
                + PAGE + ") { totalCount" + AROUND + fields + " } } } }";
        return new RandomConnection(writer.document(list), paged(writer.document(page)));
    }

    private static String arguments(Dice dice, World world, Table table, DocumentWriter writer) {
        RandomArguments arguments = new RandomArguments(dice, world);
        List<String> given = new ArrayList<>();
        if (dice.percent(30)) {
            given.add("where: " + writer.write(arguments.where(table, 2)));
        }
        if (dice.percent(80)) {
            given.add("orderBy: " + writer.write(arguments.orderBy(table)));
        }
        return String.join(", ", given);
    }

    private static String columns(Dice dice, Table table) {
        List<String> columns = new ArrayList<>();
        table.fields().forEach((name, field) -> {
            if (field instanceof Table.Column) {
                columns.add(name);
            }
        });
        return " { " + String.join(" ", dice.some(columns, dice.between(2, 6))) + " }";
    }

    private static Operation paged(Operation operation) {
        String variables = "$first: Int, $last: Int, $after: Cursor, $before: Cursor";
        String text = operation.text().startsWith("query Random(")
                ? operation.text().replaceFirst("\\(", "(" + java.util.regex.Matcher.quoteReplacement(variables) + ", ")
                : operation
                        .text()
                        .replaceFirst(
                                "query", "query Page(" + java.util.regex.Matcher.quoteReplacement(variables) + ")");
        return new Operation(text, operation.variables());
    }

    /** The variables of a page: pairs of name and value. */
    Map<String, Object> page(Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>(pages.variables());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }
}
