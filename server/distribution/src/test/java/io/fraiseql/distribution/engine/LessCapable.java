package io.fraiseql.distribution.engine;

import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.EnumSet;
import java.util.Set;

/** A dialect that lacks something its database has. */
record LessCapable(Dialect dialect, Capability lacking) implements Dialect {

    static Dialect withoutAggregates(Dialect dialect) {
        return new LessCapable(dialect, Capability.AGGREGATES);
    }

    @Override
    public String name() {
        return dialect.name();
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> left = EnumSet.copyOf(dialect.capabilities());
        left.remove(lacking);
        return left;
    }

    @Override
    public String quote(String name) {
        return dialect.quote(name);
    }

    @Override
    public boolean write(SqlNode node, SqlWriter out) {
        return dialect.write(node, out);
    }
}
