package io.fraiseql.core.surface;

import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;

/** A request that cannot be executed, with everything that is wrong with it. */
public final class GraphQLRequestException extends FraiseqlException {

    private static final long serialVersionUID = 1L;

    private final transient List<RequestError> errors;

    /** Takes at least one error; the first one gives code and message. */
    public GraphQLRequestException(List<RequestError> errors) {
        super(errors.get(0).code(), errors.get(0).message());
        this.errors = List.copyOf(errors);
    }

    /** At least one, at most 20, in the order of the document. */
    public List<RequestError> errors() {
        return errors;
    }
}
