package io.fraiseql.core.schema;

import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.model.TypeRef.Kind;
import io.fraiseql.spi.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the names of a schema mean while it is resolved. */
record Scope(
        NamingConvention naming,
        Targets targets,
        Problems problems,
        Map<String, ScalarType> scalars,
        Map<String, TypeDefinition> types,
        Map<String, EnumDefinition> enums,
        Map<String, Kind> kinds) {

    static Scope of(SchemaDefinition schema, Map<String, ScalarType> scalars, Targets targets, Problems problems) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Map<String, TypeDefinition> types = new LinkedHashMap<>();
        Map<String, EnumDefinition> enums = new LinkedHashMap<>();
        scalars.keySet().forEach(name -> kinds.put(name, Kind.SCALAR));
        schema.types().forEach(type -> types.putIfAbsent(type.name(), type));
        schema.types().forEach(type -> kinds.putIfAbsent(type.name(), Kind.OBJECT));
        schema.enums().forEach(type -> enums.putIfAbsent(type.name(), type));
        schema.enums().forEach(type -> kinds.putIfAbsent(type.name(), Kind.ENUM));
        schema.interfaces().forEach(type -> kinds.putIfAbsent(type.name(), Kind.INTERFACE));
        schema.unions().forEach(type -> kinds.putIfAbsent(type.name(), Kind.UNION));
        return new Scope(schema.naming(), targets, problems, scalars, types, enums, kinds);
    }

    /** The type a text means; null when it means none, which is then a problem. */
    @Nullable
    TypeRef typeRef(String pointer, String text, boolean nullable) {
        TypeNotation notation = TypeNotation.parse(text, pointer, problems);
        if (notation == null) {
            return null;
        }
        Kind kind = kind(pointer, notation.name());
        return kind == null
                ? null
                : new TypeRef(kind, notation.name(), nullable, notation.list(), notation.elementNullable());
    }

    /** The kind of a named type; null when there is no such type, which is then a problem. */
    @Nullable
    Kind kind(String pointer, String name) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            problems.addUnknown(pointer, "there is no type `" + name + "`", name, kinds.keySet());
        }
        return kind;
    }

    /** Where an object type stands. */
    String at(String type) {
        TypeDefinition definition = types.get(type);
        return definition == null ? "" : definition.at();
    }

    /** Where a field stands, by its GraphQL name. */
    String at(String type, String field) {
        TypeDefinition definition = types.get(type);
        if (definition != null) {
            for (FieldDefinition candidate : definition.fields()) {
                if (naming.apply(candidate.name()).equals(field)) {
                    return candidate.at();
                }
            }
        }
        return at(type);
    }
}
