package io.fraiseql.plugin.testkit;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.Set;

/** A dialect that is another one but for what its subclass says. */
public abstract class BaseForwardingDialect implements Dialect {

    /** The other one. */
    protected final Dialect real;

    protected BaseForwardingDialect(Dialect real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return real.capabilities();
    }

    @Override
    public String quote(String name) {
        return real.quote(name);
    }

    @Override
    public boolean write(SqlNode node, SqlWriter out) {
        return real.write(node, out);
    }

    @Override
    public @Nullable CaptureSql capture() {
        return real.capture();
    }
}
