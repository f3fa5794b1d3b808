package io.fraiseql.distribution.fuzz;

import io.fraiseql.distribution.oracle.Table;
import io.fraiseql.distribution.oracle.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws valid operations on a schema. */
final class RandomOperation {

    private final Dice dice;
    private final World world;
    private final RandomArguments arguments;
    private final DocumentWriter writer;
    private int relations;

    RandomOperation(Dice dice, World world) {
        this.dice = dice;
        this.world = world;
        this.arguments = new RandomArguments(dice, world);
        this.writer = new DocumentWriter(dice);
    }

    Operation draw() {
        List<String> roots = new ArrayList<>();
        int count = dice.percent(75) ? 1 : dice.between(2, 3);
        for (int i = 0; i < count; i++) {
            roots.add(root(dice.of(List.copyOf(world.queries().values()))));
        }
        if (dice.percent(10)) {
            roots.add("__typename");
        }
        return writer.document("{ " + String.join(" ", roots) + " }");
    }

    private String root(World.Query query) {
        Table table = world.table(query.type());
        String given = query.list() ? list(table) : byKey(query, table);
        return writer.nextName("q") + ": " + query.name() + given + " " + selection(table, dice.between(0, 3));
    }

    private String byKey(World.Query query, Table table) {
        List<String> given = new ArrayList<>();
        Map<String, Object> row = table.rows().isEmpty() ? Map.of() : dice.of(table.rows());
        for (String name : query.arguments()) {
            Table.Column column = (Table.Column) table.fields().get(name);
            Object stored = row.get(column.column());
            Object value = stored == null || dice.percent(15) ? dice.of(Pool.of(column.scalar())) : stored;
            Object client = Input.client(column.scalar(), value);
            given.add(name + ": " + writer.write(new Input.Leaf(client, Input.typeName(column.scalar()), false)));
        }
        return "(" + String.join(", ", given) + ")";
    }

    private String list(Table table) {
        List<String> given = new ArrayList<>();
        boolean union = table.fields().isEmpty();
        if (!union && dice.percent(50)) {
            given.add("where: " + writer.write(arguments.where(table, 2)));
        }
        if (!union && dice.percent(50)) {
            given.add("orderBy: " + writer.write(arguments.orderBy(table)));
        }
        if (dice.percent(40)) {
            given.add("limit: " + bound(5));
        }
        if (dice.percent(25)) {
            given.add("offset: " + bound(3));
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", dice.shuffled(given)) + ")";
    }

    private String bound(int most) {
        long value = dice.between(0, most);
        if (dice.percent(5)) {
            return dice.percent(50) ? writer.absent("Int") : "null";
        }
        return writer.write(new Input.Leaf(value, "Int", false));
    }

    private String selection(Table table, int depth) {
        return world.members(table).isEmpty() ? object(table, depth) : anyOf(table, depth);
    }

    /** The common fields of an interface, and of some members their own, each under a name that no other has. */
    private String anyOf(Table table, int depth) {
        List<String> fields = new ArrayList<>(List.of("__typename"));
        fields.addAll(dice.some(List.copyOf(table.fields().keySet()), 2));
        for (Table member : dice.some(world.members(table), 2)) {
            List<String> own = new ArrayList<>();
            member.fields().forEach((name, field) -> {
                if (field instanceof Table.Column && dice.percent(40)) {
                    own.add(writer.nextName("m") + ": " + name);
                } else if (field instanceof Table.Relation relation && depth > 0 && dice.percent(30)) {
                    relation(name, relation, depth, own);
                }
            });
            if (!own.isEmpty()) {
                fields.add("... on " + member.name() + " { " + String.join(" ", own) + " }");
            }
        }
        return "{ " + String.join(" ", dice.shuffled(fields)) + " }";
    }

    private String object(Table table, int depth) {
        List<String> fields = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> related = new ArrayList<>();
        table.fields().forEach((name, field) -> (field instanceof Table.Column ? columns : related).add(name));
        for (String column : dice.some(columns, dice.between(1, 4))) {
            fields.add(dice.percent(20) ? writer.nextName("c") + ": " + column : column);
        }
        if (dice.percent(20)) {
            fields.add(dice.percent(50) ? "__typename" : writer.nextName("t") + ": __typename");
        }
        if (depth > 0 && relations < 8) {
            for (String name : dice.some(related, dice.between(1, 3))) {
                relation(name, (Table.Relation) table.fields().get(name), depth, fields);
            }
        }
        return "{ " + String.join(" ", dressed(table, dice.shuffled(fields))) + " }";
    }

    private void relation(String name, Table.Relation relation, int depth, List<String> fields) {
        relations++;
        Table target = world.table(relation.target());
        String head = writer.nextName("r") + ": " + name + (relation.many() ? list(target) : "");
        fields.add(head + " " + selection(target, depth - 1));
        if (dice.percent(12)) {
            fields.add(head + " " + selection(target, depth - 1));
        }
    }

    /** Some fields put into fragments or under directives. */
    private List<String> dressed(Table table, List<String> fields) {
        List<String> dressed = new ArrayList<>();
        for (String field : fields) {
            int chance = dice.between(0, 99);
            if (chance < 6) {
                dressed.add("... on " + table.name() + " { " + field + " }");
            } else if (chance < 9) {
                dressed.add("... " + directive() + " { " + field + " }");
            } else if (chance < 14) {
                String name = writer.nextName("F");
                writer.fragment("fragment " + name + " on " + table.name() + " { " + field + " }");
                dressed.add("..." + name);
            } else if (chance < 18 && !field.endsWith("}")) {
                dressed.add(field + " " + directive());
            } else {
                dressed.add(field);
            }
        }
        return dressed;
    }

    private String directive() {
        boolean value = dice.percent(60);
        String name = dice.percent(50) ? "@skip" : "@include";
        String operand = dice.percent(50) ? writer.variable("Boolean!", value) : String.valueOf(value);
        return name + "(if: " + operand + ")";
    }
}
