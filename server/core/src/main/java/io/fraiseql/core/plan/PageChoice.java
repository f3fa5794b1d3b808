package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Map;

/** The arguments that choose a page of a connection, as they were given; null where left out. */
record PageChoice(
        @Nullable Argument first,
        @Nullable Argument last,
        Argument.@Nullable Leaf after,
        Argument.@Nullable Leaf before) {

    static PageChoice of(Map<String, Argument> arguments) {
        PageChoice choice = new PageChoice(
                given(arguments, SurfaceNames.FIRST),
                given(arguments, SurfaceNames.LAST),
                given(arguments, SurfaceNames.AFTER),
                given(arguments, SurfaceNames.BEFORE));
        if (choice.first != null && choice.last != null) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "'first' and 'last' exclude each other; page forward with 'first' or backward with 'last'");
        }
        return choice;
    }

    /** A null is an argument left out. */
    private static Argument.@Nullable Leaf given(Map<String, Argument> arguments, String name) {
        return arguments.get(name) instanceof Argument.Leaf leaf && leaf.current() != null ? leaf : null;
    }

    boolean backward() {
        return last != null;
    }
}
