package io.fraiseql.core.surface;

import graphql.language.Field;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.fraiseql.spi.Nullable;

/** Finds the definitions of fields, those of the specification among them. */
final class MetaFields {

    static final String TYPENAME = "__typename";
    static final String SCHEMA = "__schema";
    static final String TYPE = "__type";

    private MetaFields() {}

    /** Whether graphql-java answers the field. */
    static boolean introspection(Field field) {
        return field.getName().equals(SCHEMA) || field.getName().equals(TYPE);
    }

    /** The definition of a field of a composite type; null when there is none. */
    static @Nullable GraphQLFieldDefinition definition(GraphQLSchema schema, GraphQLType parent, String name) {
        if (name.equals(TYPENAME)) {
            return schema.getIntrospectionTypenameFieldDefinition();
        }
        if (parent == schema.getQueryType()) {
            if (name.equals(SCHEMA)) {
                return schema.getIntrospectionSchemaFieldDefinition();
            }
            if (name.equals(TYPE)) {
                return schema.getIntrospectionTypeFieldDefinition();
            }
        }
        return parent instanceof GraphQLFieldsContainer container ? container.getFieldDefinition(name) : null;
    }
}
