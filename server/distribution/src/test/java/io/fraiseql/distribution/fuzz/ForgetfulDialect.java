package io.fraiseql.distribution.fuzz;

import io.fraiseql.plugin.testkit.BaseForwardingDialect;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.CaptureSql;
import io.fraiseql.spi.sql.CapturedTable;
import io.fraiseql.spi.sql.Dialect;
import java.util.List;
import java.util.Objects;

/** A dialect whose triggers do not see updates. */
final class ForgetfulDialect extends BaseForwardingDialect {

    ForgetfulDialect(Dialect real) {
        super(real);
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
