package io.fraiseql.server.health;

import com.codahale.metrics.health.HealthCheck;
import java.util.function.Supplier;

/** A backend in Dropwizard's {@code /healthcheck}. */
public final class BackendCheck extends HealthCheck {

    private final Supplier<String> sign;

    /** A check of a backend; {@code sign} returns its product and version, or throws when it does not answer. */
    public BackendCheck(Supplier<String> sign) {
        this.sign = sign;
    }

    @Override
    protected Result check() {
        return Result.healthy(sign.get());
    }
}
