package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlAggregation.Aggregate;

/** The functions of aggregates, each over the fields it has a result for. */
public enum AggregateFunction {
    COUNT_DISTINCT("countDistinct", Fields.GROUPED),
    SUM("sum", Fields.SUMMED),
    AVG("avg", Fields.AVERAGED),
    MIN("min", Fields.COMPARED),
    MAX("max", Fields.COMPARED),
    STDDEV("stddev", Fields.SPREAD),
    VARIANCE("variance", Fields.SPREAD);

    private final String graphQLName;
    private final Fields fields;

    AggregateFunction(String graphQLName, Fields fields) {
        this.graphQLName = graphQLName;
        this.fields = fields;
    }

    /** The field that holds its results. */
    public String graphQLName() {
        return graphQLName;
    }

    /** Its results by field; functions with the same results share a type. */
    public Fields fields() {
        return fields;
    }

    /** The function of the tree. */
    public Aggregate.Function sql() {
        return Aggregate.Function.valueOf(name());
    }

    /** The function of that GraphQL name; null when there is none. */
    public static @Nullable AggregateFunction of(String graphQLName) {
        for (AggregateFunction function : values()) {
            if (function.graphQLName.equals(graphQLName)) {
                return function;
            }
        }
        return null;
    }

    /** Which fields have a result, and of which scalar. */
    public enum Fields {
        /** What can be grouped by; an Int. */
        GROUPED("AggregateCounts"),
        SUMMED("AggregateSums"),
        AVERAGED("AggregateAverages"),
        /** What has a least and a greatest value. */
        COMPARED("AggregateExtremes"),
        SPREAD("AggregateDeviations");

        private final String ending;

        Fields(String ending) {
            this.ending = ending;
        }

        /** What stands behind the name of a type in the name of the type of its results. */
        public String ending() {
            return ending;
        }

        /** The scalar of the result for a field; null when there is none. */
        public @Nullable String result(Field field, Model model) {
            TypeRef type = field.type();
            ScalarType scalar = type.kind() == TypeRef.Kind.SCALAR && !type.list()
                    ? model.scalars().get(type.name())
                    : null;
            if (this == GROUPED) {
                return groupable(field, model) ? "Int" : null;
            }
            if (scalar == null || type.name().equals("ID")) {
                return null;
            }
            return switch (scalar.type()) {
                case INT, BIGINT, DECIMAL, FLOAT, FLOAT32 -> number(type.name());
                case TEXT, DATETIME, LOCAL_DATETIME, DATE, TIME -> this == COMPARED ? type.name() : null;
                default -> null;
            };
        }

        private String number(String scalar) {
            return switch (this) {
                case GROUPED -> "Int";
                case SUMMED ->
                    switch (scalar) {
                        case "Int" -> "BigInt";
                        case "BigInt" -> "Decimal";
                        default -> scalar;
                    };
                case AVERAGED -> scalar.equals("Float") ? scalar : "Decimal";
                case COMPARED -> scalar;
                case SPREAD -> "Float";
            };
        }
    }

    /** Whether rows can be grouped by a field. */
    public static boolean groupable(Field field, Model model) {
        TypeRef type = field.type();
        if (!type.leaf() || type.list()) {
            return false;
        }
        ScalarType scalar = model.scalars().get(type.name());
        return scalar == null
                || switch (scalar.type()) {
                    case JSON, BYTES, DURATION -> false;
                    default -> true;
                };
    }
}
