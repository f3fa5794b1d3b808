package io.fraiseql.core.event;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;

/** Another process has taken a cursor over; the transaction that hears of it is rolled back. */
public final class LeaseLostException extends FraiseqlException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String name) {
        super(CoreErrorCode.CONFLICT, "the event cursor '" + name + "' belongs to another process now");
    }
}
