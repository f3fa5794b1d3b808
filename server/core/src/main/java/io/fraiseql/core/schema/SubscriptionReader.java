package io.fraiseql.core.schema;

import io.fraiseql.spi.Nullable;

/** Reads {@code subscriptions}. */
final class SubscriptionReader {

    private SubscriptionReader() {}

    static @Nullable SubscriptionDefinition subscription(JsonObject object) {
        String name = object.requiredText("name");
        String entity = object.requiredText("entity_type");
        SubscriptionDefinition subscription = new SubscriptionDefinition(
                object.at(),
                name == null ? "" : name,
                object.text("description"),
                entity == null ? "" : entity,
                object.text("operation"),
                TypeReader.deprecation(object, "deprecation"));
        object.refuse("topic");
        object.refuse("arguments");
        object.finish("a subscription");
        return name == null || entity == null ? null : subscription;
    }
}
