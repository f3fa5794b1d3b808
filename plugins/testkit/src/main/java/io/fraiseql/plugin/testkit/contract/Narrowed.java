package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.plugin.testkit.BaseForwardingDialect;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import java.util.EnumSet;
import java.util.Set;

/** A dialect that says it lacks something. */
final class Narrowed extends BaseForwardingDialect {

    private final Capability absent;

    Narrowed(Dialect real, Capability absent) {
        super(real);
        this.absent = absent;
    }

    @Override
    public Set<Capability> capabilities() {
        EnumSet<Capability> capabilities = EnumSet.copyOf(real.capabilities());
        capabilities.remove(absent);
        return capabilities;
    }
}
