package io.fraiseql.core.execute;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes ids of events: UUIDs of version 7 (RFC 9562), which sort by the millisecond they were made in. Thread-safe. */
final class EventIds {

    private static final int RANDOM_BYTES = Short.BYTES + Long.BYTES;
    private static final int RANDOM_MASK = 0xFFF;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EventIds(Clock clock) {
        this.clock = clock;
    }

    UUID next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        ByteBuffer bits = ByteBuffer.wrap(bytes);
        long high = clock.millis() << 16 | VERSION | bits.getShort() & RANDOM_MASK;
        long low = bits.getLong() & VARIANT_MASK | VARIANT;
        return new UUID(high, low);
    }
}
