package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.RowBatch;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.ListCursor;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowQueries;
import io.fraiseql.spi.query.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Several queries in one stream, answered one after the other. Each has a column, a list of its rows; a batch is one row, in which the list of one
 * query has rows and the others are empty, so that each column, flattened, is the answer of its query.
 *
 * @param requests the members of each GraphQL request
 */
record QueriesRequest(List<Map<String, Object>> requests, RowQueries queries) implements StreamRequest {

    @Override
    public List<RowField> describe(RequestContext context) {
        List<RowField> fields = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            int query = i;
            fields.add(list(query, at(query, () -> queries.describe(requests.get(query), context))));
        }
        return fields;
    }

    private static RowField list(int query, List<RowField> fields) {
        return new RowField(
                "query" + query, RowField.Kind.LIST, ColumnType.TEXT, false, query, null, null, List.of(), fields);
    }

    /** Says in whose query something is wrong. */
    private static <T> T at(int query, Supplier<T> body) {
        try {
            return body.get();
        } catch (FraiseqlException e) {
            throw new FraiseqlException(e.code(), "queries[" + query + "]: " + e.getMessage(), e);
        }
    }

    @Override
    public BatchSource open(RequestContext context) {
        return new Answers(describe(context), context);
    }

    private final class Answers implements BatchSource {

        private final List<RowField> fields;
        private final RequestContext context;
        private int query;
        private volatile @Nullable RowSet rows;
        private @Nullable ListCursor cursor;
        private volatile boolean cancelled;

        Answers(List<RowField> fields, RequestContext context) {
            this.fields = fields;
            this.context = context;
        }

        @Override
        public List<RowField> fields() {
            return fields;
        }

        @Override
        public boolean fill(RowBatch batch) {
            return at(query, () -> {
                ListCursor running = cursor;
                if (running == null) {
                    running = begin();
                }
                if (batch.fillList(query, running)) {
                    return true;
                }
                close();
                query++;
                return query < requests.size() && !cancelled;
            });
        }

        private ListCursor begin() {
            RowSet opened = queries.open(requests.get(query), context);
            rows = opened;
            if (cancelled) {
                opened.cancel();
            }
            ListCursor begun = opened.cursor();
            cursor = begun;
            return begun;
        }

        @Override
        public void cancel() {
            cancelled = true;
            RowSet running = rows;
            if (running != null) {
                running.cancel();
            }
        }

        @Override
        public void close() {
            RowSet ended = rows;
            if (ended != null) {
                cursor = null;
                rows = null;
                ended.close();
            }
        }
    }
}
