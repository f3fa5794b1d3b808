package io.fraiseql.plugin.nats;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What this plugin throws. */
enum NatsErrorCode implements ErrorCode {
    /** NATS does not answer, or cannot take anything now. */
    UNAVAILABLE(ErrorType.UNAVAILABLE),
    /** What NATS has is not what is configured. */
    UNSUITABLE(ErrorType.CONFIGURATION);

    private final ErrorType type;

    NatsErrorCode(ErrorType type) {
        this.type = type;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
