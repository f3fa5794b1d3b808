package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.RowBatch;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.ListCursor;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowQueries;
import io.fraiseql.spi.query.RowSet;
import java.util.List;
import java.util.Map;

/**
 * The rows of one query.
 *
 * @param request the members of a GraphQL request
 */
record QueryRequest(Map<String, Object> request, RowQueries queries) implements StreamRequest {

    @Override
    public List<RowField> describe(RequestContext context) {
        return queries.describe(request, context);
    }

    @Override
    public BatchSource open(RequestContext context) {
        return new Rows(queries.open(request, context));
    }

    private static final class Rows implements BatchSource {

        private final RowSet rows;
        private ListCursor cursor;

        @SuppressWarnings("NullAway.Init") // with the first batch
        Rows(RowSet rows) {
            this.rows = rows;
        }

        @Override
        public List<RowField> fields() {
            return rows.fields();
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
