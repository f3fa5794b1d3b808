package io.fraiseql.plugin.redis.state;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.action.Template;
import java.util.List;

/** What a rule says of cached values. */
public record RedisCacheParameters(
        @Default("[]") @Help("The keys that are deleted") List<Template> keys,

        @Default("[]")
        @Help("Patterns, with *, ? and [a-z], of keys that are deleted; each passes all keys of the database")
        List<Template> patterns) {

    public RedisCacheParameters {
        if (keys.isEmpty() && patterns.isEmpty()) {
            throw new IllegalArgumentException("keys or patterns must name what is deleted");
        }
    }
}
