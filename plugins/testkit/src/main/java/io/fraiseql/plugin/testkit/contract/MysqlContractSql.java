package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The contract's tables on MySQL and MariaDB, under a collation for which case, accents and trailing blanks do not count. */
public final class MysqlContractSql extends StandardContractSql {

    private final boolean mariadb;

    /**
     * For one of the two.
     *
     * @param mariadb which has a type for UUIDs, and JSON as text
     */
    public MysqlContractSql(boolean mariadb) {
        this.mariadb = mariadb;
    }

    @Override
    public String type(ColumnKind kind) {
        return switch (kind) {
            case INT -> "integer";
            case BIGINT -> "bigint";
            case SEQUENCE -> "bigint AUTO_INCREMENT";
            case FLOAT -> "double";
            case DECIMAL -> "decimal(38, 10)";
            case MONEY -> "decimal(10, 2)";
            case TEXT -> "text";
            case NAME -> "varchar(40)";
            case BOOLEAN -> "boolean";
            case UUID -> mariadb ? "uuid" : "char(36)";
            case DATETIME, LOCAL_DATETIME -> "datetime(6)";
            case DATE -> "date";
            case TIME -> "time(6)";
            case DURATION -> "varchar(64)";
            case JSON, TEXTS, INTS -> "json";
            case BYTES -> "longblob";
            case COLOUR -> "enum('RED', 'GREEN', 'deep blue')";
        };
    }

    @Override
    public String literal(ColumnKind kind, JsonNode value) {
        String literal = super.literal(kind, value).replace("\\", "\\\\");
        return kind == ColumnKind.DATETIME ? literal.replace("Z'", "'") : literal;
    }

    @Override
    public List<String> functions() {
        return List.of("""
                CREATE PROCEDURE fn_rename_entry(an_id integer, a_text text, a_status text)
                BEGIN
                  UPDATE entry SET t = a_text WHERE id = an_id;
                  SELECT a_status AS status, CONCAT('asked for ', a_text) AS message, an_id AS entity_id, 'Entry' AS entity_type,
                    NULL AS entity, JSON_ARRAY('t') AS updated_fields;
                END""");
    }

    @Override
    public String tableSuffix() {
        return " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";
    }
}
