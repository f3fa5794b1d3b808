package io.fraiseql.core.plan;

import io.fraiseql.spi.Nullable;
import java.util.Map;

/** The four arguments of a list field as they were given; null where left out. */
record ListArguments(
        @Nullable Argument where,
        @Nullable Argument orderBy,
        @Nullable Argument limit,
        @Nullable Argument offset) {

    static ListArguments of(Map<String, Argument> arguments) {
        return new ListArguments(
                arguments.get("where"),
                arguments.get("orderBy"),
                given(arguments.get("limit")),
                given(arguments.get("offset")));
    }

    /** A null limit or offset is one left out. */
    private static @Nullable Argument given(@Nullable Argument argument) {
        return argument instanceof Argument.Leaf leaf && leaf.current() == null ? null : argument;
    }

    boolean present() {
        return where != null || orderBy != null || limit != null || offset != null;
    }
}
