package io.fraiseql.core.plan;

import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.fraiseql.core.json.CsvColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The columns that the rows of a selection have as a table: objects are taken apart, lists stay JSON. */
final class CsvColumns {

    private final GraphQLSchema schema;
    private final FieldCollector collector;

    CsvColumns(GraphQLSchema schema, FieldCollector collector) {
        this.schema = schema;
        this.collector = collector;
    }

    /** The columns of the rows of a root field, in the order of the selection. */
    List<CsvColumn> of(SelectedField root) {
        GraphQLFieldDefinition definition = schema.getQueryType().getFieldDefinition(root.name());
        return columns(GraphQLTypeUtil.unwrapAll(definition.getType()), root.selections());
    }

    private List<CsvColumn> columns(GraphQLType type, List<SelectionSet> selections) {
        Map<String, CsvColumn> columns = new LinkedHashMap<>();
        for (GraphQLObjectType member : members(type)) {
            for (SelectedField selected : collector.collect(member.getName(), selections)) {
                columns.computeIfAbsent(selected.key(), key -> column(member, selected));
            }
        }
        return new ArrayList<>(columns.values());
    }

    private List<GraphQLObjectType> members(GraphQLType type) {
        if (type instanceof GraphQLInterfaceType common) {
            return Objects.requireNonNullElse(schema.getImplementations(common), List.of());
        }
        if (type instanceof GraphQLUnionType union) {
            List<GraphQLObjectType> members = new ArrayList<>();
            union.getTypes().forEach(member -> members.add((GraphQLObjectType) member));
            return members;
        }
        return List.of((GraphQLObjectType) type);
    }

    private CsvColumn column(GraphQLObjectType owner, SelectedField selected) {
        if (selected.name().equals("__typename")) {
            return new CsvColumn(selected.key(), CsvColumn.Kind.VALUE, List.of());
        }
        GraphQLOutputType type = owner.getFieldDefinition(selected.name()).getType();
        GraphQLNamedType named = GraphQLTypeUtil.unwrapAll(type);
        if (GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))
                || named.getName().equals("JSON")) {
            return new CsvColumn(selected.key(), CsvColumn.Kind.JSON, List.of());
        }
        return selected.selections().isEmpty()
                ? new CsvColumn(selected.key(), CsvColumn.Kind.VALUE, List.of())
                : new CsvColumn(selected.key(), CsvColumn.Kind.OBJECT, columns(named, selected.selections()));
    }
}
