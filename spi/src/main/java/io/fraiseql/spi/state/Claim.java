package io.fraiseql.spi.state;

import java.time.Duration;

/**
 * What became of an attempt to take something: data, made by a store.
 *
 * @param remaining how long somebody else has it yet, unless that one asks for more or gives it back; zero for the other outcomes
 */
public record Claim(Outcome outcome, Duration remaining) {

    /** Who has it. */
    public enum Outcome {
        /** Whoever asked. */
        TAKEN,
        /** Somebody else. */
        HELD,
        /** Nobody needs it any more. */
        FINISHED
    }
}
