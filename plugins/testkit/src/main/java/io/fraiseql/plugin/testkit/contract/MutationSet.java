package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;

/** Mutations that a schema may have when the dialect has the capability for them; without it the schema is refused. */
enum MutationSet {
    TABLES("mutations.json", Capability.MUTATIONS),
    FUNCTIONS("functions.json", Capability.FUNCTIONS);

    private final String file;
    private final Capability capability;

    MutationSet(String file, Capability capability) {
        this.file = file;
        this.capability = capability;
    }

    /** The file with them, in the form of the schema's {@code mutations}. */
    String file() {
        return file;
    }

    /** Those that need a capability; null when none do. */
    static @Nullable MutationSet of(Capability capability) {
        for (MutationSet set : values()) {
            if (set.capability == capability) {
                return set;
            }
        }
        return null;
    }
}
