package io.fraiseql.core.introspect;

import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.schema.Names;
import io.fraiseql.spi.database.DatabaseSchema.EnumType;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Names the types of tables and enums, so that none meets another, a scalar or what the engine makes. */
final class TypeNames {

    private static final List<String> ROOTS =
            List.of("Query", "Mutation", "Subscription", "Node", "PageInfo", "Cursor", "TimeBucket", "DateBucket");
    private static final List<String> ENDINGS = Stream.concat(
                    Stream.of("Where", "OrderBy", "ListWhere", "Filter", "ListFilter", "Connection", "Edge"),
                    QueryFields.AGGREGATE_ENDINGS.stream())
            .toList();

    private final Renames renames;
    private final FreeNames names;
    private final Map<String, Integer> uses = new HashMap<>();

    TypeNames(List<Table> tables, List<EnumType> enums, Set<String> scalars, Renames renames, List<String> notes) {
        this.renames = renames;
        tables.forEach(table -> uses.merge(base(table), 1, Integer::sum));
        Set<String> taken = new HashSet<>(ROOTS);
        taken.addAll(scalars);
        scalars.forEach(name -> reserve(taken, name));
        uses.keySet().forEach(name -> reserve(taken, name));
        enums.forEach(type -> reserve(taken, base(type.name(), "Enum")));
        this.names = new FreeNames(taken, ENDINGS, notes);
    }

    private static void reserve(Set<String> taken, String name) {
        ENDINGS.forEach(ending -> taken.add(name + ending));
    }

    /** The names of all tables; renamed ones choose first. */
    Map<TableName, String> tables(List<Table> tables) {
        Map<TableName, String> types = new LinkedHashMap<>();
        for (Table table : tables) {
            String renamed = renames.type(table);
            if (renamed != null) {
                types.put(TableName.of(table), names.take(describe(table), List.of(renamed)));
            }
        }
        for (Table table : tables) {
            types.computeIfAbsent(TableName.of(table), name -> names.take(describe(table), wanted(table)));
        }
        return types;
    }

    /** The name of an enum. */
    String enumType(EnumType type) {
        String name = base(type.name(), "Enum");
        return names.take("the enum " + type.name(), List.of(name, name + "Enum"));
    }

    private List<String> wanted(Table table) {
        String name = base(table);
        String schema = table.schema();
        if (schema != null && uses.getOrDefault(name, 0) > 1) {
            String prefixed = base(schema, "Schema") + Names.upperFirst(name);
            return List.of(prefixed, prefixed + kind(table));
        }
        return List.of(name, name + kind(table));
    }

    private static String describe(Table table) {
        return "the type of " + TableName.of(table).text();
    }

    private static String kind(Table table) {
        return table.view() ? "View" : "Table";
    }

    private static String base(Table table) {
        return base(table.name(), "Table", true);
    }

    private static String base(String name, String otherwise) {
        return base(name, otherwise, false);
    }

    private static String base(String name, String otherwise, boolean singular) {
        Words words = Words.of(name);
        String pascal = (singular ? words.singular() : words).pascalCase();
        return pascal.isEmpty() ? otherwise : pascal;
    }
}
