package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.EnumSet;
import java.util.Set;

/** A dialect that says it lacks something. */
record Narrowed(Dialect real, Capability absent) implements Dialect {

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Set<Capability> capabilities() {
        EnumSet<Capability> capabilities = EnumSet.copyOf(real.capabilities());
        capabilities.remove(absent);
        return capabilities;
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
