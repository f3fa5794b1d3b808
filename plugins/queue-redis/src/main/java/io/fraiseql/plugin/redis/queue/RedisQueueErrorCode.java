package io.fraiseql.plugin.redis.queue;

import io.fraiseql.spi.error.ErrorCode;
import io.fraiseql.spi.error.ErrorType;

/** What this plugin throws. */
enum RedisQueueErrorCode implements ErrorCode {
    /** Redis does not answer, or cannot take anything now. */
    UNAVAILABLE(ErrorType.UNAVAILABLE),
    /** Redis could lose jobs, or is too old. */
    UNSUITABLE(ErrorType.CONFIGURATION);

    private final ErrorType type;

    RedisQueueErrorCode(ErrorType type) {
        this.type = type;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
