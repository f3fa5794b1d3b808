package io.fraiseql.core.execute;

import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.spi.Identity;
import io.fraiseql.spi.Nullable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a cached result depends on: the plan, the values that it binds and whom it is for. Plans are told apart by identity: one that was
 * compiled again is another.
 */
final class CacheKey {

    private static final int OVERHEAD = 200;
    private static final int PER_VALUE = 32;

    private final RootPlan.Rows plan;
    private final Object[] values;
    private final @Nullable String organisation;
    private final Set<String> roles;
    private final int hash;

    CacheKey(RootPlan.Rows plan, Object[] values, Identity identity) {
        this.plan = plan;
        this.values = values;
        this.organisation = identity.organisation();
        this.roles = identity.roles();
        this.hash = 31 * System.identityHashCode(plan) + Arrays.deepHashCode(values);
    }

    /** About how many bytes the key takes. */
    long weight() {
        return OVERHEAD + weight(Arrays.asList(values));
    }

    private static long weight(List<?> values) {
        long weight = 0;
        for (Object value : values) {
            weight += PER_VALUE;
            if (value instanceof String text) {
                weight += 2L * text.length();
            } else if (value instanceof byte[] bytes) {
                weight += bytes.length;
            } else if (value instanceof List<?> list) {
                weight += weight(list);
            }
        }
        return weight;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CacheKey key
                && plan == key.plan
                && Arrays.deepEquals(values, key.values)
                && (organisation == null ? key.organisation == null : organisation.equals(key.organisation))
                && roles.equals(key.roles);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
