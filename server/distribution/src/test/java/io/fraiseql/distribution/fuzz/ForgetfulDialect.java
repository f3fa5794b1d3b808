package io.fraiseql.distribution.fuzz;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import io.fraiseql.spi.sql.SqlWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A dialect whose triggers do not see updates. */
record ForgetfulDialect(Dialect real) implements Dialect {

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
    public CaptureSql capture() {
        return new Triggers(Objects.requireNonNull(real.capture()));
    }

    private record Triggers(CaptureSql real) implements CaptureSql {

        @Override
        public List<String> create(CapturedTable table, String version) {
            return real.create(table, version).stream()
                    .filter(sql -> !sql.contains("AFTER UPDATE"))
                    .toList();
        }

        @Override
        public List<String> prepare() {
            return real.prepare();
        }

        @Override
        public List<String> drop(List<String> table) {
            return real.drop(table);
        }

        @Override
        public String installed(List<String> table) {
            return real.installed(table);
        }

        @Override
        public SqlStatement enter() {
            return real.enter();
        }

        @Override
        public @Nullable SqlStatement leave() {
            return real.leave();
        }
    }
}
