package io.fraiseql.plugin.flight;

import io.fraiseql.plugin.flight.vector.RowBatch;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ByteSink;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.query.RowQueries;
import io.fraiseql.spi.query.TextParts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The rows of a query as CSV: one binary column whose values, put together, are the text.
 *
 * @param request the members of a GraphQL request
 */
record CsvRequest(Map<String, Object> request, RowQueries queries) implements StreamRequest {

    private static final List<RowField> FIELDS = List.of(
            new RowField("csv", RowField.Kind.VALUE, ColumnType.BYTES, false, 0, null, null, List.of(), List.of()));

    @Override
    public List<RowField> describe(RequestContext context) {
        queries.describe(request, context);
        return FIELDS;
    }

    @Override
    public BatchSource open(RequestContext context) {
        return new Text(queries.csv(request, context));
    }

    private static final class Text extends MadeRows implements BatchSource, ByteSink {

        private final TextParts parts;
        private byte[] part = {};

        Text(TextParts parts) {
            this.parts = parts;
        }

        @Override
        public List<RowField> fields() {
            return FIELDS;
        }

        @Override
        public boolean fill(RowBatch batch) {
            return batch.fill(this);
        }

        @Override
        public boolean next() {
            return parts.next(this);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            part = Arrays.copyOfRange(source, offset, offset + length);
        }

        @Override
        public void getBytes(int column, ByteSink target) {
            target.write(part, 0, part.length);
        }

        @Override
        public void cancel() {
            parts.cancel();
        }

        @Override
        public void close() {
            parts.close();
        }
    }
}
