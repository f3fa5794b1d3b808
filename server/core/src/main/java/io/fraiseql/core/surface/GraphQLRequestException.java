package io.fraiseql.core.surface;

import io.fraiseql.spi.error.FraiseqlException;
import java.util.List;

/** A request that cannot be executed, with everything that is wrong with it. */
public final class GraphQLRequestException extends FraiseqlException {

    private static final long serialVersionUID = 1L;

    private final transient List<RequestError> errors;
    private final String operationType;

    /** Takes at least one error; the first one gives code and message. */
    public GraphQLRequestException(List<RequestError> errors) {
        this(errors, "unknown");
    }

    /** The same when the operation is known to be a {@code query, mutation} or {@code subscription}. */
    GraphQLRequestException(List<RequestError> errors, String operationType) {
        super(errors.get(0).code(), errors.get(0).message());
        this.errors = List.copyOf(errors);
        this.operationType = operationType;
    }

    /** {@code query, mutation, subscription}, or {@code unknown} when the request was refused before. */
    public String operationType() {
        return operationType;
    }

    /** At least one, at most 20, in the order of the document. */
    public List<RequestError> errors() {
        return errors;
    }
}
