package io.fraiseql.core.surface;

import graphql.language.SourceLocation;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;

/** The mistakes found so far in one step of a request; holds no more than a client can read. */
final class Problems {

    private static final int MAX = 20;

    private final CoreErrorCode code;
    private final List<RequestError> errors = new ArrayList<>();

    Problems(CoreErrorCode code) {
        this.code = code;
    }

    void add(@Nullable SourceLocation location, String message) {
        add(RequestError.at(location, code, message));
    }

    void add(RequestError error) {
        if (!full()) {
            errors.add(error);
        }
    }

    boolean full() {
        return errors.size() >= MAX;
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new GraphQLRequestException(errors);
        }
    }

    static GraphQLRequestException one(@Nullable SourceLocation location, CoreErrorCode code, String message) {
        return new GraphQLRequestException(List.of(RequestError.at(location, code, message)));
    }
}
