package io.fraiseql.server.demo;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;

/**
 * A column of a demo table.
 *
 * @param array whether it holds a list of {@code type}; its values are then {@link java.util.List}s
 * @param scale of a decimal, 0 for others
 * @param exactText whether a decimal has too many digits for a number on databases without exact decimals
 * @param enumName the enum type on databases that have one; null for others
 */
public record DemoColumn(
        String name,
        ColumnType type,
        boolean array,
        int scale,
        boolean exactText,
        @Nullable String enumName) {

    static DemoColumn of(String name, ColumnType type) {
        return new DemoColumn(name, type, false, 0, false, null);
    }

    static DemoColumn decimal(String name, int precision, int scale) {
        return new DemoColumn(name, ColumnType.DECIMAL, false, scale, precision > 15, null);
    }

    static DemoColumn enumeration(String name, String enumName) {
        return new DemoColumn(name, ColumnType.TEXT, false, 0, false, enumName);
    }

    DemoColumn list() {
        return new DemoColumn(name, type, true, scale, exactText, enumName);
    }
}
