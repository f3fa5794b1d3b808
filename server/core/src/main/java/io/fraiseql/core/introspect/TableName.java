package io.fraiseql.core.introspect;

import io.fraiseql.core.schema.SourceName;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseSchema.ForeignKey;
import io.fraiseql.spi.database.DatabaseSchema.Table;
import java.util.List;

/** Which table; {@code schema} is null for the connection's default one. */
record TableName(@Nullable String schema, String name) {

    static TableName of(Table table) {
        return new TableName(table.schema(), table.name());
    }

    static TableName target(ForeignKey key) {
        return new TableName(key.targetSchema(), key.targetTable());
    }

    /** As people write it. */
    String text() {
        return schema == null ? name : schema + "." + name;
    }

    /** As {@code sql_source} has it. */
    String source() {
        return SourceName.format(schema == null ? List.of(name) : List.of(schema, name));
    }
}
