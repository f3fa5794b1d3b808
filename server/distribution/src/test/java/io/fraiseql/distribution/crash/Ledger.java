package io.fraiseql.distribution.crash;

import io.fraiseql.distribution.crash.Write.State;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Every mutation that was sent and what came of it, kept where no server is. Thread-safe. */
final class Ledger {

    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile long limit;

    /** A number that no other write has. */
    int number() {
        return numbers.incrementAndGet();
    }

    void add(Write write) {
        writes.add(write);
        if (write.state() == State.ACKNOWLEDGED) {
            acknowledged.incrementAndGet();
        }
    }

    /** Lets writers go on until so many writes are acknowledged. */
    void limit(long writes) {
        limit = writes;
    }

    /** Whether writers wait, so that what disturbs them is spread over all writes. */
    boolean isFull() {
        return acknowledged.get() >= limit;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    long count(State state) {
        return writes.stream().filter(write -> write.state() == state).count();
    }

    List<Write> writes() {
        return List.copyOf(writes);
    }
}
