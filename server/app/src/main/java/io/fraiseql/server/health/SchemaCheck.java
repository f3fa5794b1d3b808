package io.fraiseql.server.health;

import com.codahale.metrics.health.HealthCheck;
import io.fraiseql.spi.Nullable;
import java.util.function.Supplier;

/** The watched schema in Dropwizard's {@code /healthcheck}: unhealthy while its file cannot be served and the last one is. */
public final class SchemaCheck extends HealthCheck {

    private final Supplier<@Nullable String> problem;

    /** A check that asks for the file's problem, which is null when there is none. */
    public SchemaCheck(Supplier<@Nullable String> problem) {
        this.problem = problem;
    }

    @Override
    protected Result check() {
        String found = problem.get();
        return found == null ? Result.healthy() : Result.unhealthy("still serving the last schema: %s", found);
    }
}
