package io.fraiseql.core.introspect;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.DatabaseSchema.EnumType;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import io.fraiseql.spi.database.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Databases with few names of every odd form, so that they meet each other. */
final class RandomDatabase {

    private static final List<String> NAMES = List.of(
            "album",
            "albums",
            "Album",
            "ALBUM_ID",
            "album_id",
            "id",
            "ID",
            "order",
            "series",
            "news",
            "date",
            "dates",
            "query",
            "album_where",
            "v_album",
            "2nd",
            "x y",
            "odd.name",
            "quo\"te",
            "größe",
            "%",
            "_or",
            "__type",
            "status",
            "statuses",
            "Int",
            "album_list",
            "a-b",
            "a_b",
            "Mood",
            "mood_filter",
            "people");
    private static final List<String> VALUES = List.of("a b", "a_b", "true", "null", "1", "", "__x", "_x", "é", "A");

    private final Random random;

    RandomDatabase(Random random) {
        this.random = random;
    }

    DatabaseSchema schema() {
        List<TableName> names = new ArrayList<>();
        for (String name : some(NAMES, 8)) {
            names.add(new TableName(random.nextInt(4) == 0 ? "other" : null, name));
            if (random.nextInt(4) == 0) {
                names.add(new TableName("third", name));
            }
        }
        List<Table> tables = new ArrayList<>();
        names.forEach(name -> tables.add(table(name, names)));
        return new DatabaseSchema(tables, List.of(new EnumType(null, "mood", some(VALUES, 6), null)));
    }

    private Table table(TableName name, List<TableName> names) {
        List<String> columns = some(NAMES, 7);
        List<String> key = random.nextBoolean() ? some(columns, 2) : List.of();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            TableName target = names.get(random.nextInt(names.size()));
            List<String> from =
                    random.nextInt(3) == 0 ? some(columns, 2) : List.of(columns.get(random.nextInt(columns.size())));
            List<String> to = NAMES.subList(0, from.size());
            foreignKeys.add(new ForeignKey("fk" + i, from, target.schema(), target.name(), to));
        }
        List<Column> described = columns.stream()
                .map(column -> column(column, key.contains(column)))
                .toList();
        return new Table(
                name.schema(), name.name(), random.nextInt(5) == 0, null, described, key, List.of(), foreignKeys);
    }

    private Column column(String name, boolean key) {
        if (random.nextInt(6) == 0) {
            return new Column(name, ColumnType.TEXT, SqlType.named("mood"), true, null, null, "mood");
        }
        boolean array = !key && random.nextInt(6) == 0;
        SqlType sql = new SqlType("any", null, null, null, null, null, array, false, false, false);
        return new Column(name, type(), sql, random.nextBoolean(), null, null, null);
    }

    private @Nullable ColumnType type() {
        int index = random.nextInt(ColumnType.values().length + 1);
        return index == ColumnType.values().length ? null : ColumnType.values()[index];
    }

    private List<String> some(List<String> names, int most) {
        Set<String> picked = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            picked.add(names.get(random.nextInt(names.size())));
        }
        return List.copyOf(picked);
    }
}
