package io.fraiseql.plugin.mysql;

import io.fraiseql.plugin.mysql.capture.MysqlCapture;
import io.fraiseql.plugin.mysql.sql.MysqlNodes;
import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.Set;

/** The SQL of MySQL or of MariaDB. It needs the session that {@link MysqlConnections} sets up. */
public final class MysqlDialect implements Dialect {

    private final Server server;
    private final MysqlNodes nodes;

    public MysqlDialect(Server server) {
        this.server = server;
        this.nodes = new MysqlNodes(server);
    }

    @Override
    public String name() {
        return server.dialect();
    }

    @Override
    public Set<Capability> capabilities() {
        return server.capabilities();
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public boolean write(SqlNode node, SqlWriter out) {
        return nodes.write(node, out);
    }

    @Override
    public CaptureSql capture() {
        return new MysqlCapture(this, server);
    }
}
