package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.sqlite.capture.SqliteCapture;
import io.fraiseql.plugin.sqlite.sql.SqliteNodes;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.Set;

/** The SQL of SQLite. */
public final class SqliteDialect implements Dialect {

    /** The dialect's name. */
    public static final String NAME = "sqlite";

    private static final Set<Capability> CAPABILITIES = Set.of(
            Capability.MATERIALIZED_CTE,
            Capability.CONSISTENT_READS,
            Capability.REGEX,
            Capability.JSON_OPERATORS,
            Capability.DOCUMENT_UNNEST,
            Capability.AGGREGATES,
            Capability.JSON_AGGREGATES,
            Capability.WINDOWS,
            Capability.MUTATIONS,
            Capability.RETURNING,
            Capability.CAPTURE,
            Capability.EMBEDDED);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public boolean write(SqlNode node, SqlWriter out) {
        return SqliteNodes.write(node, out);
    }

    @Override
    public CaptureSql capture() {
        return new SqliteCapture(this);
    }
}
