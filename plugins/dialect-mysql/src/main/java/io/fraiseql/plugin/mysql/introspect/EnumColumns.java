package io.fraiseql.plugin.mysql.introspect;

import io.fraiseql.spi.database.DatabaseSchema.EnumType;
import java.util.ArrayList;
import java.util.List;

/** Enums, which here are types of a column alone and have no name. */
final class EnumColumns {

    private EnumColumns() {}

    /** The name that stands for a column's enum. */
    static String typeName(TableName table, String column) {
        return table.name() + "_" + column;
    }

    /** The enum of a column declared as {@code enum('a','b')}. */
    static EnumType of(TableName table, String column, String declared) {
        return new EnumType(table.schema(), typeName(table, column), values(declared), null);
    }

    /** What stands between quotes; a quote within is doubled. */
    private static List<String> values(String declared) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < declared.length(); i++) {
            char letter = declared.charAt(i);
            if (letter != '\'') {
                value.append(inside ? letter : "");
            } else if (inside && i + 1 < declared.length() && declared.charAt(i + 1) == '\'') {
                value.append(letter);
                i++;
            } else {
                if (inside) {
                    values.add(value.toString());
                }
                inside = !inside;
                value.setLength(0);
            }
        }
        return List.copyOf(values);
    }
}
