package io.fraiseql.core.surface;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import io.fraiseql.core.cursor.Cursor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the types of connections and of global ids, each when a field leads to it. */
final class RelayTypes {

    private static final GraphQLTypeReference CURSOR = GraphQLTypeReference.typeRef(Cursor.SCALAR);

    private final Set<String> connections = new LinkedHashSet<>();
    private boolean nodes;

    /** The connection over a type; its types are among {@link #build} from then on. */
    GraphQLTypeReference connection(String type) {
        connections.add(type);
        return GraphQLTypeReference.typeRef(SurfaceNames.connection(type));
    }

    /** The interface of everything that has a global id. */
    GraphQLTypeReference node() {
        nodes = true;
        return GraphQLTypeReference.typeRef(SurfaceNames.NODE_TYPE);
    }

    /** Whether {@link #build} has the interface of {@link #node}. */
    boolean hasNodes() {
        return nodes;
    }

    List<GraphQLNamedType> build() {
        List<GraphQLNamedType> types = new ArrayList<>();
        for (String type : connections) {
            types.add(connectionType(type));
            types.add(edgeType(type));
        }
        if (!connections.isEmpty()) {
            types.add(pageInfo());
            types.add(ScalarTypes.opaque(Cursor.SCALAR, "A place in the order of a list; opaque."));
        }
        if (nodes) {
            types.add(nodeInterface());
        }
        return types;
    }

    private static GraphQLObjectType connectionType(String type) {
        return GraphQLObjectType.newObject()
                .name(SurfaceNames.connection(type))
                .description("A page of " + type + " and where it stands in the whole list.")
                .field(field(SurfaceNames.EDGES, list(GraphQLTypeReference.typeRef(SurfaceNames.edge(type)))))
                .field(field(SurfaceNames.NODES, list(GraphQLTypeReference.typeRef(type))))
                .field(field(
                        SurfaceNames.PAGE_INFO,
                        GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef(SurfaceNames.PAGE_INFO_TYPE))))
                .field(field(SurfaceNames.TOTAL_COUNT, GraphQLNonNull.nonNull(Scalars.GraphQLInt)))
                .build();
    }

    private static GraphQLObjectType edgeType(String type) {
        return GraphQLObjectType.newObject()
                .name(SurfaceNames.edge(type))
                .field(field(SurfaceNames.CURSOR, GraphQLNonNull.nonNull(CURSOR)))
                .field(field(SurfaceNames.NODE, GraphQLNonNull.nonNull(GraphQLTypeReference.typeRef(type))))
                .build();
    }

    private static GraphQLObjectType pageInfo() {
        GraphQLOutputType flag = GraphQLNonNull.nonNull(Scalars.GraphQLBoolean);
        return GraphQLObjectType.newObject()
                .name(SurfaceNames.PAGE_INFO_TYPE)
                .field(field(SurfaceNames.HAS_NEXT_PAGE, flag))
                .field(field(SurfaceNames.HAS_PREVIOUS_PAGE, flag))
                .field(field(SurfaceNames.START_CURSOR, CURSOR))
                .field(field(SurfaceNames.END_CURSOR, CURSOR))
                .build();
    }

    private static GraphQLInterfaceType nodeInterface() {
        return GraphQLInterfaceType.newInterface()
                .name(SurfaceNames.NODE_TYPE)
                .description("An object with a global id.")
                .field(nodeId())
                .build();
    }

    /** The field with the global id. */
    static GraphQLFieldDefinition nodeId() {
        return field(SurfaceNames.NODE_ID, GraphQLNonNull.nonNull(Scalars.GraphQLID));
    }

    /** {@code node(id)}. */
    GraphQLFieldDefinition nodeField(String name) {
        return field(name, node())
                .transform(field -> field.argument(argument("id", GraphQLNonNull.nonNull(Scalars.GraphQLID))));
    }

    /** {@code nodes(ids)}. */
    GraphQLFieldDefinition nodesField(String name) {
        GraphQLOutputType list = GraphQLNonNull.nonNull(GraphQLList.list(node()));
        return field(name, list)
                .transform(field -> field.argument(argument(
                        "ids", GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(Scalars.GraphQLID))))));
    }

    /** The arguments that choose a page of a connection. */
    static List<GraphQLArgument> pageArguments() {
        return List.of(
                argument(SurfaceNames.FIRST, Scalars.GraphQLInt),
                argument(SurfaceNames.AFTER, CURSOR),
                argument(SurfaceNames.LAST, Scalars.GraphQLInt),
                argument(SurfaceNames.BEFORE, CURSOR));
    }

    private static GraphQLArgument argument(String name, GraphQLInputType type) {
        return GraphQLArgument.newArgument().name(name).type(type).build();
    }

    private static GraphQLOutputType list(GraphQLTypeReference element) {
        return GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(element)));
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type) {
        return GraphQLFieldDefinition.newFieldDefinition().name(name).type(type).build();
    }
}
