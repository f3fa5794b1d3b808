package io.fraiseql.core.surface;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operators that fields of one kind have, in the order of the schema. */
public enum FilterFamily {
    /** Numbers, times, ids. */
    ORDERED(comparisons()),
    /** Validated strings. */
    FORMATTED(text(FilterOperator.WEB_SEARCH)),
    /** {@code String} and validated network addresses: columns of types that have operators of their own. */
    TEXT(text(FilterOperator.MATCHES_PATH)),
    /** Booleans, enums, bytes. */
    EQUALITY(List.of(
            FilterOperator.EQ, FilterOperator.NEQ, FilterOperator.IN, FilterOperator.NIN, FilterOperator.IS_NULL)),
    /** JSON documents. */
    JSON(List.of(
            FilterOperator.JSON_EQ,
            FilterOperator.JSON_NEQ,
            FilterOperator.JSON_CONTAINS,
            FilterOperator.JSON_CONTAINED_BY,
            FilterOperator.JSON_OVERLAPS,
            FilterOperator.HAS_KEY,
            FilterOperator.LENGTH_EQ,
            FilterOperator.LENGTH_GT,
            FilterOperator.LENGTH_LT,
            FilterOperator.IS_NULL)),
    /** Lists of scalars or enums. */
    LIST(List.of(
            FilterOperator.LIST_CONTAINS,
            FilterOperator.LIST_CONTAINED_BY,
            FilterOperator.LIST_OVERLAPS,
            FilterOperator.LENGTH_EQ,
            FilterOperator.LENGTH_GT,
            FilterOperator.LENGTH_LT,
            FilterOperator.IS_NULL));

    private static final Set<String> NETWORK_SCALARS = Set.of("IPAddress", "IPv4", "IPv6", "CIDR");

    private final List<FilterOperator> operators;

    FilterFamily(List<FilterOperator> operators) {
        this.operators = operators;
    }

    /** The family of a scalar or enum field. */
    public static FilterFamily of(Model model, TypeRef type) {
        if (type.list()) {
            return LIST;
        }
        return type.kind() == TypeRef.Kind.ENUM ? EQUALITY : ofScalar(scalar(model, type.name()));
    }

    /** Whether a list can be ordered by a field of that type. */
    public static boolean orderable(Model model, TypeRef type) {
        if (!type.leaf() || type.list()) {
            return false;
        }
        return type.kind() == TypeRef.Kind.ENUM
                || switch (scalar(model, type.name()).type()) {
                    case JSON, BYTES -> false;
                    default -> true;
                };
    }

    /** The operators that a dialect with these capabilities has. */
    public List<FilterOperator> operators(Set<Capability> capabilities) {
        return operators.stream()
                .filter(operator -> operator.capability() == null || capabilities.contains(operator.capability()))
                .toList();
    }

    /** The operator of that GraphQL name, whether or not a dialect has it; null when there is none. */
    public @Nullable FilterOperator operator(String graphQLName) {
        for (FilterOperator operator : operators) {
            if (operator.graphQLName().equals(graphQLName)) {
                return operator;
            }
        }
        return null;
    }

    private static FilterFamily ofScalar(ScalarType scalar) {
        return switch (scalar.type()) {
            case TEXT -> ofText(scalar.name());
            case BOOLEAN, BYTES -> EQUALITY;
            case JSON -> JSON;
            default -> ORDERED;
        };
    }

    private static FilterFamily ofText(String scalar) {
        return switch (scalar) {
            case "ID" -> ORDERED;
            case "String" -> TEXT;
            default -> NETWORK_SCALARS.contains(scalar) ? TEXT : FORMATTED;
        };
    }

    private static ScalarType scalar(Model model, String name) {
        ScalarType scalar = model.scalars().get(name);
        if (scalar == null) {
            throw new IllegalStateException("the model has no scalar " + name);
        }
        return scalar;
    }

    private static List<FilterOperator> comparisons() {
        return List.of(
                FilterOperator.EQ,
                FilterOperator.NEQ,
                FilterOperator.GT,
                FilterOperator.GTE,
                FilterOperator.LT,
                FilterOperator.LTE,
                FilterOperator.IN,
                FilterOperator.NIN,
                FilterOperator.IS_NULL);
    }

    private static List<FilterOperator> text(FilterOperator last) {
        List<FilterOperator> all = new ArrayList<>(comparisons());
        all.addAll(List.of(FilterOperator.values()).subList(FilterOperator.CONTAINS.ordinal(), last.ordinal() + 1));
        return List.copyOf(all);
    }
}
