package io.fraiseql.core.model;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.WindowFrame;
import io.fraiseql.spi.sql.WindowFunction;
import java.util.List;

/**
 * A window of an aggregate query: a function over other groups of its answer.
 *
 * @param of what it is of; null for ranks and for a count of groups
 * @param offset of {@code lag} and {@code lead}: how many groups away
 * @param partitionBy keys
 * @param frame null for the one that SQL says: up to the group and its peers, without an order all
 */
public record AggregateWindow(
        String name,
        WindowFunction function,
        @Nullable GroupValue of,
        int offset,
        List<GroupValue> partitionBy,
        List<Order> orderBy,
        @Nullable WindowFrame frame) {

    public AggregateWindow {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
    }

    /**
     * A term of its order.
     *
     * @param direction as clients write it
     */
    public record Order(GroupValue by, String direction) {}

    /** Whether the place of a group among its peers shows in the result, so that its keys must decide it. */
    public boolean seesPeers() {
        return switch (function) {
            case ROW_NUMBER, LAG, LEAD, FIRST_VALUE, LAST_VALUE -> true;
            case RANK, DENSE_RANK -> false;
            case SUM, AVG, COUNT, MIN, MAX -> frame != null && frame.rows();
        };
    }

    /** The type of the result; null when the function has none for what it is of. */
    public @Nullable TypeRef result(ObjectType type, Model model) {
        TypeRef value = of == null ? null : of.type(type, model);
        return switch (function) {
            case ROW_NUMBER, RANK, DENSE_RANK -> of == null ? scalar("Int", false) : null;
            case COUNT -> of == null || value != null ? scalar("Int", false) : null;
            case LAG, LEAD, FIRST_VALUE, LAST_VALUE -> value;
            case SUM -> computed(AggregateFunction.Fields.SUMMED, value, model);
            case AVG -> computed(AggregateFunction.Fields.AVERAGED, value, model);
            case MIN, MAX -> computed(AggregateFunction.Fields.COMPARED, value, model);
        };
    }

    private static @Nullable TypeRef computed(AggregateFunction.Fields fields, @Nullable TypeRef of, Model model) {
        if (of == null) {
            return null;
        }
        String scalar = fields.result(new Field("", null, of, ByDialect.same(""), null, null, null, null), model);
        return scalar == null ? null : scalar(scalar, true);
    }

    static TypeRef scalar(String name, boolean nullable) {
        return new TypeRef(TypeRef.Kind.SCALAR, name, nullable, false, false);
    }
}
