package io.fraiseql.plugin.sqlserver;

import io.fraiseql.plugin.sqlserver.capture.SqlServerCapture;
import io.fraiseql.plugin.sqlserver.sql.SqlServerNodes;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.Set;

/** The SQL of SQL Server 2019 and later, at compatibility level 130 or above. */
public final class SqlServerDialect implements Dialect {

    /** The name as {@code compile --target} takes it. */
    static final String NAME = "sqlserver";

    @Override
    public String name() {
        return NAME;
    }

    /**
     * A common table expression is computed for each use. There are no regular expressions, and JSON, which is text, has no comparison by
     * structure.
     */
    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.LATERAL,
                Capability.CONSISTENT_READS,
                Capability.DOCUMENT_UNNEST,
                Capability.AGGREGATES,
                Capability.JSON_AGGREGATES,
                Capability.WINDOWS,
                Capability.MUTATIONS,
                Capability.WRITE_AND_READ,
                Capability.FUNCTIONS,
                Capability.CAPTURE);
    }

    @Override
    public CaptureSql capture() {
        return new SqlServerCapture(this);
    }

    @Override
    public String quote(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    @Override
    public boolean write(SqlNode node, SqlWriter out) {
        return SqlServerNodes.write(node, out);
    }
}
