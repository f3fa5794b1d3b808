package io.fraiseql.server.health;

import com.codahale.metrics.health.HealthCheck;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A backend in Dropwizard's {@code /healthcheck}, which says what is wrong in words; the stack is nobody's business who asks. */
public final class BackendCheck extends HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BackendCheck.class);

    private final Supplier<String> sign;

    /** A check of a backend; {@code sign} returns its product and version, or throws when it does not answer. */
    public BackendCheck(Supplier<String> sign) {
        this.sign = sign;
    }

    @Override
    protected Result check() {
        try {
            return Result.healthy(sign.get());
        } catch (FraiseqlException e) {
            LOG.debug("a backend is not healthy", e);
            return Result.unhealthy(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("a backend cannot be asked whether it is healthy", e);
            return Result.unhealthy("it cannot be asked; the server's log says why");
        }
    }
}
