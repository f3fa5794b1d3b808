package io.fraiseql.spi;

/**
 * What every call carries: data, made by the host.
 *
 * @param requestId shown to the client and written in every log line of the request
 * @param identity who asks
 * @param deadlineNanos the {@link System#nanoTime} after which work for this request is cancelled
 */
public record RequestContext(String requestId, Identity identity, long deadlineNanos) {

    /** Nanoseconds until the deadline; negative when it has passed. */
    public long remainingNanos() {
        return deadlineNanos - System.nanoTime();
    }
}
