package io.fraiseql.plugin.flight;

import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.upload.RowUploads;
import io.fraiseql.spi.upload.UploadBatch;
import java.util.List;

/**
 * Where the rows of an upload go.
 *
 * @param batch the id of the batch
 * @param columns what its rows may have
 */
record Destination(String batch, List<RowField> columns, Writer writer) {

    /** Writes a batch and gives the number of its rows. */
    interface Writer {
        long write(UploadBatch batch, RequestContext context);
    }

    static Destination table(String batch, String table, RowUploads uploads) {
        return new Destination(batch, uploads.columns(table), (rows, context) -> uploads.write(table, rows, context));
    }

    static Destination events(String batch, String entity, RowUploads uploads) {
        return new Destination(
                batch, uploads.eventColumns(entity), (rows, context) -> uploads.append(entity, rows, context));
    }
}
