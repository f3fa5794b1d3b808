package io.fraiseql.core.surface;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeReference;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Subscription;
import io.fraiseql.spi.Nullable;

/** Makes the subscription type. */
final class SubscriptionTypes {

    private SubscriptionTypes() {}

    /** The subscription type; null when the schema has no subscriptions. */
    static @Nullable GraphQLObjectType subscription(Model model, InputTypes inputs) {
        if (model.subscriptions().isEmpty()) {
            return null;
        }
        GraphQLObjectType.Builder builder = GraphQLObjectType.newObject().name(SurfaceNames.SUBSCRIPTION);
        model.subscriptions().values().forEach(each -> builder.field(field(each, inputs)));
        return builder.build();
    }

    /** The row may be null: there are events of which it is not known. */
    private static GraphQLFieldDefinition field(Subscription subscription, InputTypes inputs) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(subscription.name())
                .description(subscription.description())
                .deprecate(subscription.deprecation())
                .type(GraphQLTypeReference.typeRef(subscription.type()))
                .argument(argument(
                        SurfaceNames.WHERE,
                        "Conditions on stored fields of the row as it is, or as it was when it is gone.",
                        inputs.where(subscription.type())))
                .argument(argument(
                        SurfaceNames.AFTER,
                        "The position of the last event that is known, extensions.event.position; those behind it come first.",
                        inputs.scalar("BigInt")))
                .build();
    }

    private static GraphQLArgument argument(String name, String description, GraphQLInputType type) {
        return GraphQLArgument.newArgument()
                .name(name)
                .description(description)
                .type(type)
                .build();
    }
}
