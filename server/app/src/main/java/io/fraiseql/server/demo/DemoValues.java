package io.fraiseql.server.demo;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How one dialect stores the demo's values. */
interface DemoValues {

    /**
     * Binds a value.
     *
     * @param index of the parameter, from 1
     */
    void bind(PreparedStatement insert, int index, DemoColumn column, @Nullable Object value) throws SQLException;

    static DemoValues forDialect(String dialect) {
        return switch (dialect) {
            case "sqlite" -> new SqliteValues();
            case "postgresql" -> new PostgresValues();
            case "mysql", "mariadb" -> new MysqlValues();
            case "sqlserver" -> new SqlServerValues();
            default ->
                throw new FraiseqlException(
                        DemoErrorCode.DEMO_NOT_AVAILABLE,
                        "the demo exists for sqlite, postgresql, mysql, mariadb and sqlserver; use one of them");
        };
    }
}
