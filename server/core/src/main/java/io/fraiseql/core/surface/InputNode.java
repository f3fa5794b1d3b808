package io.fraiseql.core.surface;

import graphql.language.SourceLocation;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/** A client's value before coercion: a literal of the document or a raw variable. */
interface InputNode {

    Kind kind();

    /** The members of an {@link Kind#OBJECT}, in order. */
    Map<String, InputNode> members();

    /** The elements of a {@link Kind#LIST}. */
    List<InputNode> elements();

    /** The name when this can be the value of an enum; null otherwise. */
    @Nullable
    String enumName();

    /**
     * The value as a scalar codec takes it.
     *
     * @throws IllegalArgumentException if it is nothing that a scalar can be
     */
    @Nullable
    Object raw();

    /** Whether it is a literal with a point or an exponent, which is no integer even where it is {@code 3.0}. */
    boolean floatLiteral();

    /** Where it stands; null when it is not known. */
    @Nullable
    SourceLocation location();

    enum Kind {
        NULL,
        VARIABLE,
        OBJECT,
        LIST,
        /** Anything else: scalars and names of enum values. */
        SINGLE
    }
}
