package io.fraiseql.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.EventSelection;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventScopeTest {

    private static final Identity MEMBER = new Identity("ada", "acme", Set.of());

    @Test
    void aCallerWithAnOrganisationSeesOnlyItsEvents() {
        assertThat(EventScope.of(MEMBER, of(null)).organisation()).isEqualTo("acme");
        assertThat(EventScope.of(MEMBER, of("acme")).organisation()).isEqualTo("acme");
        assertThatThrownBy(() -> EventScope.of(MEMBER, of("other")))
                .isInstanceOfSatisfying(FraiseqlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(CoreErrorCode.FORBIDDEN));
    }

    @Test
    void anyOtherCallerChooses() {
        assertThat(EventScope.of(Identity.ANONYMOUS, of("other")).organisation())
                .isEqualTo("other");
        assertThat(EventScope.of(Identity.ANONYMOUS, of(null)).organisation()).isNull();
    }

    private static EventSelection of(@Nullable String organisation) {
        return new EventSelection("Book", null, organisation, null, null, 5L, null, true);
    }
}
