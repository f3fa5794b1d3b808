package io.fraiseql.plugin.mysql.capture;

import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.CapturedTable;

/**
 * Lists out of JSON, element by element and in their order. MySQL is sure of it in windows alone; MariaDB has none for JSON, and an order in
 * {@code GROUP_CONCAT}, which MySQL cuts off. {@code {x}} stands for the value.
 */
final class ListForm {

    /** Elements: their place {@code o}, JSON {@code j} and text {@code v}; {@code f} is the form of one that fits. */
    private static final String ELEMENTS =
            "(SELECT o, CASE WHEN v IS NULL AND COALESCE(JSON_TYPE(j), 'NULL') = 'NULL' THEN 'null' ELSE {f} END AS f FROM"
                    + " JSON_TABLE({x}, '$[*]' COLUMNS (o FOR ORDINALITY, j JSON PATH '$', v LONGTEXT PATH '$')) AS e) AS l";

    private static final String MYSQL =
            "(SELECT CASE WHEN COUNT(*) OVER () = COUNT(f) OVER () THEN CAST(JSON_ARRAYAGG(CAST(f AS JSON))"
                    + " OVER (ORDER BY o ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS CHAR) END FROM "
                    + ELEMENTS
                    + " LIMIT 1)";
    private static final String MARIADB =
            "(SELECT CASE WHEN COUNT(*) = COUNT(f) THEN CONCAT('[', GROUP_CONCAT(f ORDER BY o SEPARATOR ','), ']') END FROM "
                    + ELEMENTS + ")";
    private static final String NUMBER = "^-?[0-9]+([.][0-9]+)?$";

    private final Server server;
    private final CaptureForms forms;

    ListForm(Server server, CaptureForms forms) {
        this.server = server;
        this.forms = forms;
    }

    String of(CapturedTable.Column column) {
        String list = (server == Server.MYSQL ? MYSQL : MARIADB).replace("{f}", element(column));
        return "CASE WHEN JSON_VALID({x}) THEN CASE JSON_TYPE({x}) WHEN 'ARRAY' THEN CASE JSON_LENGTH({x}) WHEN 0 THEN '[]' ELSE "
                + list + " END END END";
    }

    private String element(CapturedTable.Column column) {
        return switch (column.type()) {
            case INT ->
                "CASE WHEN v REGEXP '^-?[0-9]{1,18}$' THEN CASE WHEN CAST(v AS SIGNED) BETWEEN -2147483648 AND 2147483647 THEN v END END";
            case BIGINT -> "CASE WHEN v REGEXP '^-?[0-9]+$' THEN CONCAT('\"', v, '\"') END";
            case DECIMAL -> "CASE WHEN v REGEXP '" + NUMBER + "' THEN CONCAT('\"', v, '\"') END";
            case FLOAT, FLOAT32 ->
                "CASE WHEN JSON_TYPE(j) IN ('INTEGER', 'UNSIGNED INTEGER', 'DECIMAL', 'DOUBLE') THEN v END";
            case BOOLEAN -> "CASE JSON_TYPE(j) WHEN 'BOOLEAN' THEN CONVERT(j USING utf8mb4) END";
            case JSON -> "CONVERT(j USING utf8mb4)";
            case TEXT -> text(column.names().isEmpty() ? CaptureForms.QUOTED : forms.name(column));
            case UUID -> text(CaptureForms.uuid(null));
            default ->
                throw new FraiseqlException(
                        DatabaseErrorCode.MISCONFIGURED,
                        "triggers on MySQL and MariaDB cannot write '" + column.field() + "', a list of "
                                + column.type() + "; let the server capture the type");
        };
    }

    private static String text(String form) {
        return "CASE JSON_TYPE(j) WHEN 'STRING' THEN " + form.replace("{x}", "v") + " END";
    }
}
