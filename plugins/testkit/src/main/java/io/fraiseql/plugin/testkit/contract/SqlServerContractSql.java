package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The contract's tables on SQL Server, under the server's own collation, for which case and trailing blanks do not count. */
public final class SqlServerContractSql extends StandardContractSql {

    @Override
    public String type(ColumnKind kind) {
        return switch (kind) {
            case INT -> "int";
            case BIGINT -> "bigint";
            case SEQUENCE -> "bigint IDENTITY";
            case FLOAT -> "float";
            case DECIMAL -> "decimal(38, 10)";
            case MONEY -> "decimal(10, 2)";
            case TEXT, JSON, TEXTS, INTS -> "nvarchar(max)";
            case NAME -> "nvarchar(40)";
            case BOOLEAN -> "bit";
            case UUID -> "uniqueidentifier";
            case DATETIME -> "datetimeoffset(6)";
            case LOCAL_DATETIME -> "datetime2(6)";
            case DATE -> "date";
            case TIME -> "time(6)";
            case DURATION -> "nvarchar(64)";
            case BYTES -> "varbinary(max)";
            case COLOUR -> "nvarchar(20)";
        };
    }

    @Override
    public List<String> functions() {
        return List.of("""
                CREATE PROCEDURE fn_rename_entry @an_id int, @a_text nvarchar(max), @a_status nvarchar(100) AS
                BEGIN
                  UPDATE entry SET t = @a_text WHERE id = @an_id;
                  SELECT @a_status AS status, CONCAT(N'asked for ', @a_text) AS message, @an_id AS entity_id, N'Entry' AS entity_type,
                    NULL AS entity, N'["t"]' AS updated_fields;
                END""");
    }

    @Override
    public String literal(ColumnKind kind, JsonNode value) {
        return switch (kind) {
            case BOOLEAN -> value.booleanValue() ? "1" : "0";
            case BYTES -> "0x" + value.textValue();
            case INT, BIGINT, FLOAT, DECIMAL, MONEY -> super.literal(kind, value);
            default -> "N" + super.literal(kind, value);
        };
    }
}
