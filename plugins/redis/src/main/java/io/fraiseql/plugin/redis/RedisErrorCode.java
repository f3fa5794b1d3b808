package io.fraiseql.plugin.redis;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What plugins of Redis throw. */
public enum RedisErrorCode implements ErrorCode {
    /** Redis does not answer, or cannot take anything now. */
    UNAVAILABLE(ErrorType.UNAVAILABLE),
    /** Redis could lose what is in it, or is too old. */
    UNSUITABLE(ErrorType.CONFIGURATION);

    private final ErrorType type;

    RedisErrorCode(ErrorType type) {
        this.type = type;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
