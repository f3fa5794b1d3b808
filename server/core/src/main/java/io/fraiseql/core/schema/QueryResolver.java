package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Offers;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.TypeRef.Kind;
import io.fraiseql.core.schema.QueryDefinition.AutoParams;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Resolves queries once the types are known. */
final class QueryResolver {

    private static final int LONGEST_CACHE_SECONDS = 86_400;

    private final Scope scope;
    private final Problems problems;
    private final NameCheck names;
    private final Map<String, ObjectType> types;
    private final Map<String, InterfaceType> interfaces;
    private final ArgumentResolver arguments;

    QueryResolver(Scope scope, NameCheck names, Map<String, ObjectType> types, Map<String, InterfaceType> interfaces) {
        this.scope = scope;
        this.problems = scope.problems();
        this.names = names;
        this.types = types;
        this.interfaces = interfaces;
        this.arguments = new ArgumentResolver(scope, names);
    }

    /** Resolves a query; null when too little of it is left. */
    @Nullable
    RootField resolve(QueryDefinition query) {
        String name = scope.naming().apply(query.name());
        boolean legal = names.legal(query.at(), "a query", name);
        TypeRef type = returnType(query);
        if (!legal || type == null) {
            return null;
        }
        boolean list = query.returnsList();
        boolean union = type.kind() == Kind.UNION;
        AutoParams params = query.autoParams();
        boolean where = param(params, "where", params.where(), list, union);
        boolean orderBy = param(params, "order_by", params.orderBy(), list, union);
        boolean limit = param(params, "limit", params.limit(), list, false);
        boolean offset = param(params, "offset", params.offset(), list, false);
        List<String> taken = new ArrayList<>();
        add(taken, "where", where);
        add(taken, "orderBy", orderBy);
        add(taken, "limit", limit);
        add(taken, "offset", offset);
        return new RootField(
                name,
                query.description(),
                type,
                source(query, type),
                arguments.resolve(query, fields(type), taken),
                where,
                orderBy,
                limit,
                offset,
                offers(query, type),
                query.deprecation(),
                cacheSeconds(query));
    }

    private int cacheSeconds(QueryDefinition query) {
        Integer seconds = query.cacheSeconds();
        if (seconds != null && (seconds < 1 || seconds > LONGEST_CACHE_SECONDS)) {
            problems.add(
                    Pointer.to(query.at(), "cache_ttl_seconds"),
                    "`cache_ttl_seconds` is " + seconds,
                    "write a number from 1 to " + LONGEST_CACHE_SECONDS + ", or leave it out");
        }
        return seconds == null ? 0 : seconds;
    }

    /** Where the query is silent, the type says it. */
    private Offers offers(QueryDefinition query, TypeRef type) {
        ObjectType object = types.get(type.name());
        Offers offered = query.returnsList() && object != null ? object.offers() : Offers.NONE;
        return new Offers(
                query.relay() == null ? offered.relay() : query.relay(),
                query.aggregate() == null ? offered.aggregate() : query.aggregate());
    }

    private static void add(List<String> taken, String name, boolean present) {
        if (present) {
            taken.add(name);
        }
    }

    private @Nullable TypeRef returnType(QueryDefinition query) {
        String pointer = Pointer.to(query.at(), "return_type");
        TypeNotation notation = TypeNotation.parse(query.returnType(), pointer, problems);
        if (notation == null) {
            return null;
        }
        if (notation.list()) {
            problems.add(
                    pointer,
                    "`return_type` is the name of a type",
                    "write `" + notation.name() + "` and `\"returns_list\": true`");
        }
        Kind kind = scope.kind(pointer, notation.name());
        if (kind == null) {
            return null;
        }
        if (kind == Kind.SCALAR || kind == Kind.ENUM) {
            problems.add(pointer, "a query returns rows, and `" + notation.name() + "` is a scalar or an enum");
            return null;
        }
        ObjectType type = types.get(notation.name());
        if (type != null && type.source().kind() == Source.Kind.EMBEDDED) {
            problems.add(
                    pointer,
                    "`" + type.name() + "` has no source to read rows from",
                    "give `" + type.name() + "` a `sql_source`");
        }
        Boolean nullable = query.nullable();
        boolean mayBeNull = nullable == null ? !query.returnsList() : nullable;
        return new TypeRef(kind, notation.name(), mayBeNull, query.returnsList(), false);
    }

    private boolean param(AutoParams params, String key, @Nullable Boolean written, boolean list, boolean union) {
        boolean possible = list && !union;
        if (written != null && written && !possible) {
            problems.add(
                    Pointer.to(params.at(), key),
                    "`" + key + "` needs "
                            + (list ? "common fields, and a union has none" : "a query that returns a list"),
                    list ? "remove it" : "remove it, or write `\"returns_list\": true`");
        }
        return written == null ? possible : written;
    }

    private @Nullable ByDialect<List<String>> source(QueryDefinition query, TypeRef type) {
        ByDialect<String> source = query.source();
        if (source == null) {
            return null;
        }
        String pointer = Pointer.to(query.at(), "sql_source");
        if (type.kind() != Kind.OBJECT) {
            problems.add(
                    pointer,
                    "the rows of `" + type.name() + "` come from the sources of its members",
                    "remove `sql_source`");
        }
        return scope.targets().sourceNames(pointer, "sql_source", source);
    }

    private Map<String, Field> fields(TypeRef type) {
        ObjectType object = types.get(type.name());
        if (object != null) {
            return object.fields();
        }
        InterfaceType common = interfaces.get(type.name());
        return common == null ? Map.of() : common.fields();
    }
}
