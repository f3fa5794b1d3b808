package io.fraiseql.core.request;

import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import io.fraiseql.spi.upload.UploadBatch;
import java.util.List;

/** Writes batches of rows, each once, as {@link io.fraiseql.spi.upload.RowUploads} says. Thread-safe. */
public interface UploadEngine {

    /** What rows for a table may have. */
    List<RowField> columns(String table);

    /** Creates rows and gives their number. */
    long write(String table, UploadBatch batch, RequestContext context);

    /** What events of any entity may have. */
    List<RowField> eventColumns();

    /** Appends events of the type {@code CUSTOM} and gives their number. */
    long append(String entity, UploadBatch batch, RequestContext context);
}
