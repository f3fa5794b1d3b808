package io.fraiseql.core.schema;

import io.fraiseql.core.model.ScalarType;
import io.fraiseql.spi.database.ColumnType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scalars the tests of this package know. */
public final class TestScalars {

    private TestScalars() {}

    public static Map<String, ScalarType> all() {
        Map<String, ScalarType> scalars = new LinkedHashMap<>();
        add(scalars, "ID", ColumnType.TEXT);
        add(scalars, "Int", ColumnType.INT);
        add(scalars, "Float", ColumnType.FLOAT);
        add(scalars, "String", ColumnType.TEXT);
        add(scalars, "Boolean", ColumnType.BOOLEAN);
        add(scalars, "BigInt", ColumnType.BIGINT);
        add(scalars, "Decimal", ColumnType.DECIMAL);
        add(scalars, "UUID", ColumnType.UUID);
        add(scalars, "DateTime", ColumnType.DATETIME);
        add(scalars, "LocalDateTime", ColumnType.LOCAL_DATETIME);
        add(scalars, "Date", ColumnType.DATE);
        add(scalars, "Time", ColumnType.TIME);
        add(scalars, "Duration", ColumnType.DURATION);
        add(scalars, "JSON", ColumnType.JSON);
        add(scalars, "Bytes", ColumnType.BYTES);
        add(scalars, "Email", ColumnType.TEXT);
        return scalars;
    }

    private static void add(Map<String, ScalarType> scalars, String name, ColumnType type) {
        scalars.put(name, new ScalarType(name, null, type, name.equals("Email")));
    }
}
