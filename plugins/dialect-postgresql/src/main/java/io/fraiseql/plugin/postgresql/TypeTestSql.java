package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.TypeTest;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.Set;

/** Operators of {@code inet}, {@code cidr} and {@code ltree}, on columns of these types, so that their indexes serve. */
final class TypeTestSql {

    private static final Set<String> NETWORKS = Set.of("inet", "cidr");
    private static final String PATTERN = "lquery";

    private TypeTestSql() {}

    static boolean write(TypeTest node, SqlWriter out) {
        switch (node.operator()) {
            case IN_SUBNET -> network(node, "<<=", "inSubnet", out);
            case CONTAINS_SUBNET -> network(node, ">>=", "containsSubnet", out);
            case OVERLAPS_SUBNET -> network(node, "&&", "overlapsSubnet", out);
            case ANCESTOR_OF -> tree(node, "@>", "ancestorOf", PostgresTypes.LABEL_TREE, out);
            case DESCENDANT_OF -> tree(node, "<@", "descendantOf", PostgresTypes.LABEL_TREE, out);
            case MATCHES_PATH -> tree(node, "~", "matchesPath", PATTERN, out);
        }
        return true;
    }

    private static void network(TypeTest node, String sign, String operator, SqlWriter out) {
        String type = type(node.value());
        if (!NETWORKS.contains(type)) {
            throw wrong(operator, "inet or cidr", type);
        }
        test(node, sign, "inet", out);
    }

    /** The extension's types and operators are in whichever schema it was installed into. */
    private static void tree(TypeTest node, String sign, String operator, String argument, SqlWriter out) {
        String type = type(node.value());
        if (!type.equals(PostgresTypes.LABEL_TREE)
                && !PostgresTypes.operatorsInSchema(PostgresTypes.declared(node.value()))) {
            throw wrong(operator, PostgresTypes.LABEL_TREE, type);
        }
        String schema = type.substring(0, type.length() - PostgresTypes.LABEL_TREE.length());
        test(node, schema.isEmpty() ? sign : "OPERATOR(" + schema + sign + ")", schema + argument, out);
    }

    private static void test(TypeTest node, String sign, String type, SqlWriter out) {
        ValueSql.textBind(node.argument(), out.node(node.value()).text(" " + sign + " "))
                .text("::" + type);
    }

    private static String type(SqlExpr value) {
        SqlType declared = PostgresTypes.declared(value);
        return declared == null || declared.array() ? "" : declared.type();
    }

    private static FraiseqlException wrong(String operator, String needed, String found) {
        String is = found.isEmpty() ? "this one has no declared type" : "this one is " + found;
        return new FraiseqlException(
                DatabaseErrorCode.BAD_USER_INPUT,
                "the operator '" + operator + "' is for columns of type " + needed + "; " + is);
    }
}
