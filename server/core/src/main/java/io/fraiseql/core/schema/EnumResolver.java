package io.fraiseql.core.schema;

import io.fraiseql.core.model.EnumType;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Resolves enums. */
final class EnumResolver {

    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private final NameCheck names;
    private final Problems problems;

    EnumResolver(NameCheck names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    EnumType resolve(EnumDefinition definition) {
        Map<String, EnumType.Value> values = new LinkedHashMap<>();
        Map<String, String> nameByStored = new HashMap<>();
        for (EnumDefinition.Value value : definition.values()) {
            String name = value.name();
            String stored = value.value() == null ? name : value.value();
            if (!legal(value)) {
                continue;
            }
            if (values.containsKey(name)) {
                problems.add(value.at(), "`" + definition.name() + "` already has a value `" + name + "`");
                continue;
            }
            String other = nameByStored.putIfAbsent(stored, name);
            if (other != null) {
                problems.add(value.at(), "`" + other + "` and `" + name + "` are both stored as `" + stored + "`");
            }
            values.put(name, new EnumType.Value(stored, value.description(), value.deprecation()));
        }
        if (definition.values().isEmpty()) {
            problems.add(definition.at(), "`" + definition.name() + "` has no values", "add `values`");
        }
        return new EnumType(definition.name(), definition.description(), Collections.unmodifiableMap(values));
    }

    private boolean legal(EnumDefinition.Value value) {
        if (LITERALS.contains(value.name())) {
            problems.add(
                    value.at(),
                    "`" + value.name() + "` cannot name an enum's value",
                    "write {\"name\": \"" + Names.upperFirst(value.name()) + "\", \"value\": \"" + value.name()
                            + "\"}");
            return false;
        }
        return names.legal(value.at(), "an enum's value", value.name());
    }
}
