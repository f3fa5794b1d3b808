package io.fraiseql.core.sql;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;
import java.util.Map;

/** The standard form of every node that has one. */
final class StandardSql {

    private final SqlWriter out;
    private final StandardWrites writes;

    StandardSql(SqlWriter out) {
        this.out = out;
        this.writes = new StandardWrites(out);
    }

    void write(SqlNode node) {
        switch (node.kind()) {
            case COLUMN -> column((SqlExpr.Column) node);
            case READ -> out.node(((SqlExpr.Read) node).value());
            case BIND -> out.bind((SqlExpr.Bind) node);
            case LITERAL -> literal((SqlExpr.Literal) node);
            case COMPARISON -> comparison((SqlExpr.Comparison) node);
            case ROW_COMPARISON -> out.node(((SqlExpr.RowComparison) node).expanded());
            case NULL_TEST -> nullTest((SqlExpr.NullTest) node);
            case LOGIC -> logic((SqlExpr.Logic) node);
            case NOT -> out.text("NOT (").node(((SqlExpr.Not) node).condition()).text(")");
            case NOT_TRUE ->
                out.text("(").node(((SqlExpr.NotTrue) node).condition()).text(") IS NOT TRUE");
            case EXISTS -> exists((SqlExpr.Exists) node);
            case ROW_NUMBER -> rowNumber((SqlAggregation.RowNumber) node);
            case WINDOW -> StandardWindows.window((SqlAggregation.Window) node, out);
            case OVER -> StandardWindows.over((SqlAggregation.Over) node, out);
            case AGGREGATE -> aggregate((SqlAggregation.Aggregate) node);
            case TABLE -> table((SqlRelation.Table) node);
            case CTE_REFERENCE -> cteReference((SqlRelation.CteReference) node);
            case SUBQUERY -> subquery((SqlRelation.Subquery) node);
            case JOIN -> join((SqlRelation.Join) node);
            case SELECT_ITEM -> selectItem((SqlRelation.SelectItem) node);
            case ORDER_TERM -> orderTerm((SqlRelation.OrderTerm) node);
            case PAGE -> page((SqlRelation.Page) node);
            case SELECT -> select((SqlRelation.Select) node);
            case CTE -> cte((SqlRelation.Cte) node);
            case QUERY -> query((SqlRelation.Query) node);
            case STORED -> out.node(((SqlExpr.Stored) node).value());
            case INCREMENTED ->
                out.text("(").node(((SqlExpr.Incremented) node).value()).text(" + 1)");
            case IN_ROWS -> inRows((SqlExpr.InRows) node);
            case ASSIGNMENT, INSERT, INSERT_VALUES, UPDATE, UPDATE_EACH, DELETE, LOCK -> writes.write((SqlWrite) node);
            case IN_LIST,
                    TEXT_MATCH,
                    JSON_VALUE,
                    JSON_TEST,
                    SEARCH_TEST,
                    TYPE_TEST,
                    UNNEST,
                    GROUP_KEY,
                    TIME_BUCKET,
                    BOUND_ROWS,
                    GENERATED_KEYS,
                    FUNCTION_CALL,
                    WRITE_AND_READ -> throw new IllegalStateException("the dialect has no form for " + node.kind());
        }
    }

    /** What a write returns stands for columns of no relation. */
    private void column(SqlExpr.Column column) {
        if (!column.relation().isEmpty()) {
            out.identifier(column.relation()).text(".");
        }
        out.identifier(column.name());
    }

    private void literal(SqlExpr.Literal literal) {
        Object value = literal.value();
        if (value == null) {
            out.text("NULL");
        } else if (value instanceof String text) {
            out.text("'" + text.replace("'", "''") + "'");
        } else if (value instanceof Boolean bool) {
            out.text(bool ? "TRUE" : "FALSE");
        } else {
            out.text(value.toString());
        }
    }

    private void comparison(SqlExpr.Comparison comparison) {
        out.node(comparison.left())
                .text(" " + comparison.operator().symbol() + " ")
                .node(comparison.right());
    }

    private void nullTest(SqlExpr.NullTest test) {
        out.node(test.value()).text(test.negated() ? " IS NOT NULL" : " IS NULL");
    }

    private void logic(SqlExpr.Logic logic) {
        if (logic.conditions().isEmpty()) {
            out.text(logic.and() ? "1 = 1" : "1 = 0");
        } else if (logic.conditions().size() == 1) {
            out.node(logic.conditions().get(0));
        } else {
            out.text("(");
            list(logic.conditions(), logic.and() ? " AND " : " OR ");
            out.text(")");
        }
    }

    private void exists(SqlExpr.Exists exists) {
        out.text(exists.negated() ? "NOT EXISTS (" : "EXISTS (")
                .node(exists.select())
                .text(")");
    }

    private void inRows(SqlExpr.InRows in) {
        out.text("(");
        list(in.values(), ", ");
        out.text(") IN (SELECT ");
        for (int i = 0; i < in.values().size(); i++) {
            out.text(i == 0 ? "" : ", ").identifier(in.rows().alias()).text(".");
            out.identifier(SqlRelation.BoundRows.column(i));
        }
        out.text(" FROM ").node(in.rows()).text(")");
    }

    private void rowNumber(SqlAggregation.RowNumber number) {
        out.text("ROW_NUMBER() ").node(new SqlAggregation.Over(number.partition(), number.order(), null));
    }

    /** Counting is the same everywhere; what the others give differs, so that each dialect says it. */
    private void aggregate(SqlAggregation.Aggregate aggregate) {
        SqlExpr value = aggregate.value();
        switch (aggregate.function()) {
            case COUNT -> out.text("COUNT(*)");
            case COUNT_DISTINCT -> {
                if (value != null) {
                    out.text("COUNT(DISTINCT ")
                            .node(new SqlAggregation.GroupKey(value, aggregate.type(), aggregate.sql()))
                            .text(")");
                }
            }
            default -> throw new IllegalStateException("the dialect has no form for " + aggregate.function());
        }
    }

    private void table(SqlRelation.Table table) {
        if (table.computed().isEmpty()) {
            name(table.name());
        } else {
            out.text("(SELECT ").identifier("t").text(".*");
            for (Map.Entry<String, String> column : table.computed().entrySet()) {
                out.text(", (" + column.getValue() + ") AS ").identifier(column.getKey());
            }
            out.text(" FROM ");
            name(table.name());
            out.text(" AS ").identifier("t").text(")");
        }
        out.text(" AS ").identifier(table.alias());
    }

    private void name(List<String> parts) {
        StandardWrites.name(parts, out);
    }

    private void cteReference(SqlRelation.CteReference reference) {
        out.identifier(reference.name());
        if (!reference.name().equals(reference.alias())) {
            out.text(" AS ").identifier(reference.alias());
        }
    }

    private void subquery(SqlRelation.Subquery subquery) {
        out.text("(");
        list(subquery.selects(), " UNION ALL ");
        out.text(") AS ").identifier(subquery.alias());
    }

    private void join(SqlRelation.Join join) {
        out.text(
                switch (join.type()) {
                    case INNER -> " JOIN ";
                    case LEFT -> " LEFT JOIN ";
                    case CROSS -> " CROSS JOIN ";
                    case LATERAL -> " CROSS JOIN LATERAL ";
                });
        out.node(join.source());
        part(" ON ", join.on());
    }

    private void selectItem(SqlRelation.SelectItem item) {
        out.node(item.value()).text(" AS ").identifier(item.alias());
    }

    private void orderTerm(SqlRelation.OrderTerm term) {
        out.node(term.value()).text(term.descending() ? " DESC" : "");
        if (term.nullable()) {
            out.text(term.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    private void page(SqlRelation.Page page) {
        part(" LIMIT ", page.limit());
        part(" OFFSET ", page.offset());
    }

    private void select(SqlRelation.Select select) {
        out.text("SELECT ");
        list(select.items(), ", ");
        out.text(" FROM ").node(select.from());
        for (SqlRelation.Join join : select.joins()) {
            out.node(join);
        }
        part(" WHERE ", select.where());
        if (!select.group().isEmpty()) {
            out.text(" GROUP BY ");
            list(select.group(), ", ");
        }
        if (!select.order().isEmpty()) {
            out.text(" ORDER BY ");
            list(select.order(), ", ");
        }
        part("", select.page());
    }

    private void cte(SqlRelation.Cte cte) {
        out.identifier(cte.name()).text(" AS (").node(cte.select()).text(")");
    }

    private void query(SqlRelation.Query query) {
        if (!query.ctes().isEmpty()) {
            out.text("WITH ");
            list(query.ctes(), ", ");
            out.text(" ");
        }
        list(query.selects(), " UNION ALL ");
    }

    private void part(String prefix, @Nullable SqlNode node) {
        if (node != null) {
            out.text(prefix).node(node);
        }
    }

    private void list(List<? extends SqlNode> nodes, String separator) {
        for (int i = 0; i < nodes.size(); i++) {
            out.text(i == 0 ? "" : separator).node(nodes.get(i));
        }
    }
}
