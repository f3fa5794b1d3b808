package io.fraiseql.core.json;

/** What of a JSON document becomes part of an answer, and in which order. Immutable; made once per plan. */
public sealed interface Projection permits ProjectedObject, ProjectedList, ProjectedScalar, ProjectedEnum {

    /** Which of the permitted classes it is. */
    Kind kind();

    /** The permitted classes. */
    enum Kind {
        OBJECT,
        LIST,
        SCALAR,
        ENUM
    }
}
