package io.fraiseql.server.network;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.EventSelection;

/** Which events a caller may see. */
final class EventScope {

    private EventScope() {}

    /**
     * What is left of a selection: a caller with an organisation sees only its events.
     *
     * @throws FraiseqlException {@code FORBIDDEN} when he asks for those of another one
     */
    static EventSelection of(Identity caller, EventSelection selection) {
        String own = caller.organisation();
        String asked = selection.organisation();
        if (own == null) {
            return selection;
        }
        if (asked != null && !asked.equals(own)) {
            throw new FraiseqlException(
                    CoreErrorCode.FORBIDDEN, "org_id: only events of your own organisation can be read; leave it out");
        }
        return selection.ofOrganisation(own);
    }
}
