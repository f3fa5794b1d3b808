package io.fraiseql.plugin.nats;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** In what something that is there differs from what is configured. */
final class Differences {

    private final String what;
    private final List<String> found = new ArrayList<>();

    Differences(String what) {
        this.what = what;
    }

    Differences compare(String setting, @Nullable Object there, @Nullable Object wanted) {
        if (!Objects.equals(there, wanted)) {
            found.add(setting + " is " + there + " and not " + wanted);
        }
        return this;
    }

    /** @throws FraiseqlException {@code UNSUITABLE} when it differs */
    void refuse() {
        if (!found.isEmpty()) {
            throw new FraiseqlException(
                    NatsErrorCode.UNSUITABLE,
                    what + " is not as plugins.transport-nats.jetstream says: " + String.join("; ", found)
                            + ". Change one of them, or name another stream");
        }
    }
}
