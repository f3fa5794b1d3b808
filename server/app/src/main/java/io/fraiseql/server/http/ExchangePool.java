package io.fraiseql.server.http;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lends {@link Exchange}s. Bounded, unlike thread-locals: a thousand waiting clients leave at most {@code size} sets of buffers behind.
 * Thread-safe, without locks.
 */
final class ExchangePool {

    private static final int LOOKS = 4;

    private final AtomicReferenceArray<Exchange> slots;
    private final int mask;

    /** A pool that keeps {@code size} exchanges, rounded up to a power of two. */
    ExchangePool(int size) {
        int rounded = Math.max(LOOKS, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
        slots = new AtomicReferenceArray<>(rounded);
        mask = rounded - 1;
    }

    /** An exchange that nobody else uses. */
    Exchange take() {
        int start = start();
        for (int i = 0; i < LOOKS; i++) {
            int slot = (start + i) & mask;
            Exchange exchange = slots.get(slot);
            if (exchange != null && slots.compareAndSet(slot, exchange, null)) {
                return exchange;
            }
        }
        return new Exchange();
    }

    /** Takes an exchange back; it must not be used afterwards. */
    void give(Exchange exchange) {
        exchange.reset();
        int start = start();
        for (int i = 0; i < LOOKS; i++) {
            int slot = (start + i) & mask;
            if (slots.get(slot) == null && slots.compareAndSet(slot, null, exchange)) {
                return;
            }
        }
    }

    private static int start() {
        return (int) Thread.currentThread().getId();
    }
}
