package io.fraiseql.core.schema;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Offers;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.UnionType;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Checks what types and queries offer beside themselves: rows that can be told apart, and names that are free. */
final class OfferCheck {

    /** The field with the global id. */
    static final String NODE_ID = "nodeId";

    private final SchemaDefinition schema;
    private final Scope scope;
    private final Problems problems;
    private final Map<String, ObjectType> types;
    private final Map<String, UnionType> unions;

    OfferCheck(SchemaDefinition schema, Scope scope, Map<String, ObjectType> types, Map<String, UnionType> unions) {
        this.schema = schema;
        this.scope = scope;
        this.problems = scope.problems();
        this.types = types;
        this.unions = unions;
    }

    void check(Map<String, RootField> queries) {
        types.values().forEach(this::type);
        for (QueryDefinition definition : schema.queries()) {
            RootField query = queries.get(scope.naming().apply(definition.name()));
            if (query != null && query.offers().relay()) {
                query(definition, query, queries);
            }
            if (query != null && query.offers().aggregate() && query.offers().rows()) {
                aggregates(definition, query, queries);
            }
        }
        boolean nodes = types.values().stream().anyMatch(type -> type.offers().relay());
        for (QueryDefinition definition : nodes ? schema.queries() : List.<QueryDefinition>of()) {
            String name = scope.naming().apply(definition.name());
            if (name.equals(QueryFields.NODE) || name.equals(QueryFields.NODES)) {
                problems.add(
                        Pointer.to(definition.at(), "name"),
                        "`" + name + "` is what the engine makes for types with `relay`",
                        "rename the query");
            }
        }
    }

    private void type(ObjectType type) {
        if (type.offers().relay()) {
            keyed(Pointer.to(scope.at(type.name()), "relay"), type.name(), List.of(type));
            if (type.fields().containsKey(NODE_ID)) {
                problems.add(
                        scope.at(type.name(), NODE_ID),
                        "`" + type.name() + "." + NODE_ID + "` is where `relay` puts the global id",
                        "rename the field or remove `relay`");
            }
        }
        for (Field field : type.fields().values()) {
            taken(type, field, QueryFields.connected(field.name()), "connection", Offers::relay);
            taken(type, field, QueryFields.aggregated(field.name()), "aggregate", Offers::aggregate);
        }
    }

    /** A field with the name of what is made from a relation. */
    private void taken(ObjectType type, Field field, @Nullable String list, String what, Predicate<Offers> offered) {
        Field relation = list == null ? null : type.field(list);
        if (relation != null && offers(relation, offered)) {
            problems.add(
                    scope.at(type.name(), field.name()),
                    "`" + type.name() + "." + field.name() + "` is the " + what + " over `" + list + "`",
                    "rename the field");
        }
    }

    private boolean offers(Field relation, Predicate<Offers> offered) {
        ObjectType target = types.get(relation.type().name());
        return relation.relation() != null
                && relation.relation().many()
                && target != null
                && offered.test(target.offers());
    }

    private void query(QueryDefinition definition, RootField query, Map<String, RootField> queries) {
        String pointer = Pointer.to(definition.at(), "relay");
        if (!query.type().list()) {
            problems.add(pointer, "a connection is over a list", "write `\"returns_list\": true` or remove `relay`");
        }
        if (queries.containsKey(QueryFields.connection(query.name()))) {
            problems.add(
                    pointer,
                    "there is already a query `" + QueryFields.connection(query.name()) + "`",
                    "rename it or write `\"relay\": false`");
        }
        keyed(pointer, query.type().name(), members(query.type()));
    }

    private void aggregates(QueryDefinition definition, RootField query, Map<String, RootField> queries) {
        String pointer = Pointer.to(definition.at(), "aggregate");
        boolean one = query.type().kind() == TypeRef.Kind.OBJECT;
        if (!query.type().list() || !one) {
            problems.add(
                    pointer,
                    "aggregates are over a list of one object type",
                    one ? "write `\"returns_list\": true` or remove `aggregate`" : "remove `aggregate`");
        }
        if (queries.containsKey(QueryFields.aggregate(query.name()))) {
            problems.add(
                    pointer,
                    "there is already a query `" + QueryFields.aggregate(query.name()) + "`",
                    "rename it or write `\"aggregate\": false`");
        }
    }

    private List<ObjectType> members(TypeRef type) {
        ObjectType object = types.get(type.name());
        UnionType union = unions.get(type.name());
        if (object != null) {
            return List.of(object);
        }
        return union != null
                ? union.members().stream()
                        .filter(types::containsKey)
                        .map(types::get)
                        .toList()
                : types.values().stream()
                        .filter(member -> member.interfaces().contains(type.name()))
                        .toList();
    }

    /** The rows of a connection and the objects of an id are told apart by a key, in a union by the same one. */
    private void keyed(String at, String name, List<ObjectType> members) {
        boolean same = members.stream().map(ObjectType::key).distinct().count() == 1;
        if (!same || members.get(0).key().isEmpty()) {
            String whose = members.size() == 1 ? "`" + name + "` has" : "the members of `" + name + "` have no common";
            problems.add(
                    at,
                    "`relay` tells rows apart by their key, and " + whose + (members.size() == 1 ? " none" : " one"),
                    "add `primary_key` or remove `relay`");
        }
    }
}
