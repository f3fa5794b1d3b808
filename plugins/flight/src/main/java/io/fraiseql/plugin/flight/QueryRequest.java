package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.RowBatch;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.ListCursor;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowQueries;
import io.fraiseql.spi.query.RowSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The rows of one query.
 *
 * @param request the members of a GraphQL request
 * @param form makes other types of those that the query has
 */
record QueryRequest(Map<String, Object> request, RowQueries queries, UnaryOperator<List<RowField>> form)
        implements StreamRequest {

    /** With the types that the query has. */
    QueryRequest(Map<String, Object> request, RowQueries queries) {
        this(request, queries, UnaryOperator.identity());
    }

    @Override
    public List<RowField> describe(RequestContext context) {
        return form.apply(queries.describe(request, context));
    }

    @Override
    public BatchSource open(RequestContext context) {
        return new Rows(queries.open(request, context), form);
    }

    private static final class Rows implements BatchSource {

        private final RowSet rows;
        private final List<RowField> fields;
        private ListCursor cursor;

        @SuppressWarnings("NullAway.Init") // with the first batch
        Rows(RowSet rows, UnaryOperator<List<RowField>> form) {
            this.rows = rows;
            this.fields = form.apply(rows.fields());
        }

        @Override
        public List<RowField> fields() {
            return fields;
        }

        @Override
        public boolean fill(RowBatch batch) {
            if (cursor == null) {
                cursor = rows.cursor();
            }
            return batch.fill(cursor);
        }

        @Override
        public void cancel() {
            rows.cancel();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
