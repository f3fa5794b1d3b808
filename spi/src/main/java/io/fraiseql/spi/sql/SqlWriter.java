package io.fraiseql.spi.sql;

/** Builds the text of a statement. Implemented by the engine. */
public interface SqlWriter {

    /** Appends SQL text as it is. */
    SqlWriter text(String sql);

    /** Appends a quoted identifier. */
    SqlWriter identifier(String name);

    /** Appends {@code ?} and notes the bind. */
    SqlWriter bind(SqlExpr.Bind bind);

    /** Appends a node: the dialect's form when it has one, else the standard form. */
    SqlWriter node(SqlNode node);

    /** Appends the standard form of a node, without asking the dialect again for this node (its parts are asked). */
    SqlWriter standard(SqlNode node);
}
