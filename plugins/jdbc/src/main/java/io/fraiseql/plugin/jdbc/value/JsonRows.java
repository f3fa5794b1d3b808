package io.fraiseql.plugin.jdbc.value;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** Rows as one JSON text, an array of arrays, for a database that takes them apart. A JSON value is a text in it, so that it keeps its form. */
public final class JsonRows {

    private JsonRows() {}

    /** The JSON of one value that is neither null nor JSON. */
    public interface Element {

        /** The text of the value in an array. */
        String write(ColumnType type, Object value);
    }

    /**
     * The rows.
     *
     * @param numbered whether each row ends with its number, counted from 0
     */
    public static String of(List<ColumnType> types, List<?> rows, boolean numbered, Element element) {
        List<String> written = new ArrayList<>(rows.size());
        for (Object row : rows) {
            List<String> cells = new ArrayList<>(types.size() + 1);
            for (int i = 0; i < types.size(); i++) {
                cells.add(cell(types.get(i), ((List<?>) row).get(i), element));
            }
            if (numbered) {
                cells.add(String.valueOf(written.size()));
            }
            written.add(JsonArray.plain(cells, Object::toString));
        }
        return JsonArray.plain(written, Object::toString);
    }

    private static String cell(ColumnType type, @Nullable Object value, Element element) {
        if (value == null) {
            return "null";
        }
        return type == ColumnType.JSON ? JsonArray.string((String) value) : element.write(type, value);
    }
}
