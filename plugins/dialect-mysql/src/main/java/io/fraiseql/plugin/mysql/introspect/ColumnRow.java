package io.fraiseql.plugin.mysql.introspect;

import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseSchema.Column;
import io.fraiseql.spi.database.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** One row of {@link CatalogueSql#COLUMNS}. */
final class ColumnRow {

    private static final int UUID_CHARACTERS = 36;
    private static final int UUID_BYTES = 16;

    private final Server server;
    private final ResultSet row;
    private final boolean json;

    /** @param json whether MariaDB checks the text to be JSON */
    ColumnRow(Server server, ResultSet row, boolean json) {
        this.server = server;
        this.row = row;
        this.json = json;
    }

    Column read(TableName table) throws SQLException {
        String name = row.getString(3);
        String bare = json ? "json" : row.getString(4).toLowerCase(Locale.ROOT);
        boolean isEnum = bare.equals("enum");
        ColumnType type = ColumnTypes.of(bare, row.getString(5), row.getInt(6));
        String storage = uuidStorage(bare);
        String comment = row.getString(13);
        return new Column(
                name,
                storage == null ? type : ColumnType.UUID,
                sqlType(bare, type, storage),
                row.getBoolean(12),
                comment == null || comment.isEmpty() ? null : comment,
                isEnum ? table.schema() : null,
                isEnum ? EnumColumns.typeName(table, name) : null);
    }

    /** The server's own way to fill a column says that it holds UUIDs; a type of 36 characters or 16 bytes alone does not. */
    private @Nullable String uuidStorage(String bare) throws SQLException {
        String filled =
                String.valueOf(row.getString(11)).toLowerCase(Locale.ROOT).replace(" ", "");
        if (bare.equals("char") && row.getInt(8) == UUID_CHARACTERS && filled.equals("uuid()")) {
            return "text";
        }
        boolean bytes = bare.equals("binary") && row.getInt(8) == UUID_BYTES;
        return bytes && (filled.equals("uuid_to_bin(uuid())") || filled.startsWith("unhex(replace(uuid()"))
                ? "binary"
                : null;
    }

    private SqlType sqlType(String bare, @Nullable ColumnType type, @Nullable String storage) throws SQLException {
        String extra = row.getString(10).toLowerCase(Locale.ROOT);
        boolean decimal = bare.equals("decimal");
        boolean text = row.getString(9) != null && !json;
        boolean sized = bare.endsWith("char") || bare.endsWith("binary");
        boolean generated = row.getBoolean(14);
        return new SqlType(
                declared(bare, type),
                decimal ? Integer.valueOf(row.getInt(6)) : null,
                decimal ? Integer.valueOf(row.getInt(7)) : null,
                sized ? Integer.valueOf(row.getInt(8)) : null,
                text ? row.getString(9) : null,
                storage,
                false,
                generated,
                extra.contains("auto_increment"),
                hasDefault() && !generated);
    }

    private String declared(String bare, @Nullable ColumnType type) throws SQLException {
        if (bare.equals("tinyint") && type == ColumnType.BOOLEAN) {
            return "tinyint(1)";
        }
        return row.getString(5).contains("unsigned") ? bare + " unsigned" : bare;
    }

    /** MariaDB writes literals as in SQL, so its {@code NULL} is no text. */
    private boolean hasDefault() throws SQLException {
        String value = row.getString(11);
        return value != null && !(server == Server.MARIADB && value.equals("NULL"));
    }
}
