package io.fraiseql.server.manage;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.error.FraiseqlException;

/** What can be managed at {@code /api/NAME}. Called on any thread. */
public interface Resource {

    /** The name in the path. */
    String name();

    /** @throws FraiseqlException with what the caller is told */
    Reply answer(Call call);

    /** For a call that means nothing. */
    static FraiseqlException nothing() {
        return new FraiseqlException(
                CoreErrorCode.NOT_FOUND, "There is nothing at this path with this method; see docs/observers.md");
    }
}
