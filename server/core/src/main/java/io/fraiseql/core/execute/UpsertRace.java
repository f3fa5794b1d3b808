package io.fraiseql.core.execute;

import io.fraiseql.spi.error.FraiseqlException;

/** An upsert found no row and could not insert one: either another transaction just did, or another key stands against it. */
final class UpsertRace extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FraiseqlException violation;

    UpsertRace(FraiseqlException violation) {
        super(violation);
        this.violation = violation;
    }

    /** What to report when the second attempt meets it too. */
    FraiseqlException violation() {
        return violation;
    }
}
