package io.fraiseql.plugin.jdbc.capture;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.CapturedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What an event says, in SQL, out of the JSON of a row's values: of the column {@code i} that is {@code n}i after the write and {@code o}i before. */
public final class EventTexts {

    private final CapturedTable table;
    private final TextSql sql;

    public EventTexts(CapturedTable table, TextSql sql) {
        this.table = table;
        this.sql = sql;
    }

    /**
     * All values as a JSON object.
     *
     * @param prefix of the values: {@code n} or {@code o}, behind an alias where they need one
     */
    public String image(String prefix) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            parts.add("'" + (i == 0 ? "{" : ",") + "\"" + field(i) + "\":'");
            parts.add(prefix + i);
        }
        parts.add("'}'");
        return sql.concat(parts);
    }

    /** The JSON list of the fields whose values differ. */
    public String changes(String alias) {
        List<String> names = each(i -> "CASE WHEN " + sql.same(alias + "n" + i, alias + "o" + i) + " THEN '' ELSE ',\""
                + field(i) + "\"' END");
        return sql.concat(List.of("'['", sql.withoutFirst(sql.concat(names)), "']'"));
    }

    /** Whether the key is one text, which events have as it is stored. */
    public boolean hasTextKey() {
        CapturedTable.Column first = table.key().get(0);
        return table.key().size() == 1
                && first.type() == ColumnType.TEXT
                && first.names().isEmpty();
    }

    /** The key of a row out of its JSON, when it {@linkplain #hasTextKey is no text}; a JSON array when it has several fields. */
    public String key(IntFunction<String> value) {
        List<CapturedTable.Column> key = table.key();
        if (key.size() == 1) {
            return sql.withoutQuotes(value.apply(place(key.get(0))));
        }
        List<String> parts = new ArrayList<>();
        for (CapturedTable.Column column : key) {
            parts.add(parts.isEmpty() ? "'['" : "','");
            parts.add(value.apply(place(column)));
        }
        parts.add("']'");
        return sql.concat(parts);
    }

    /** A part of SQL for each column. */
    public List<String> each(IntFunction<String> part) {
        return IntStream.range(0, table.columns().size()).mapToObj(part).toList();
    }

    /** The number of a column. */
    public int place(CapturedTable.Column column) {
        return table.columns().indexOf(column);
    }

    private String field(int i) {
        return table.columns().get(i).field();
    }
}
