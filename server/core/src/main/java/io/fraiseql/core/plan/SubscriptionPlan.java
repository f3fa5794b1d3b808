package io.fraiseql.core.plan;

import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.model.Subscription;
import io.fraiseql.core.rule.Predicate;
import io.fraiseql.spi.Nullable;

/**
 * A subscription of one client. Immutable.
 *
 * @param key the response key of its root field
 * @param filter which events are for the client, of those that the subscription is about
 * @param row makes the answer of an event's row
 * @param after the position behind which it begins; null for what is written from now on
 */
public record SubscriptionPlan(
        String key,
        Subscription subscription,
        Predicate filter,
        JsonProjection row,
        @Nullable Long after) {}
