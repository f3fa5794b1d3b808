package io.fraiseql.spi.upload;

import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.query.RowField;
import java.util.List;

/**
 * Writes rows that come as columns: all of a batch in one transaction, and a batch once. Who may write what is for the plugin to say. Implemented by
 * the host; usable from any thread.
 */
public interface RowUploads {

    /**
     * What rows for a table may have: a field is nullable when it may be left out. The database is not asked.
     *
     * @param table a table that a mutation of the schema creates many rows of, as the compiled schema names it
     * @throws io.fraiseql.spi.error.FraiseqlException {@code NOT_FOUND} when there is none, or no outbox
     */
    List<RowField> columns(String table);

    /**
     * Creates rows as the mutation does: checked alike, with the same events. Waits for admission and a connection.
     *
     * @param table as for {@link #columns}
     * @return how many rows the batch has; the same when they were written before
     * @throws io.fraiseql.spi.error.FraiseqlException with the code that the mutation gives, and then nothing of the batch is written; {@code
     *     CONFLICT} also when the id belongs to a batch with other rows
     */
    long write(String table, UploadBatch batch, RequestContext context);

    /**
     * What events of an entity may have.
     *
     * @param entity its name in the schema
     * @throws io.fraiseql.spi.error.FraiseqlException {@code BAD_USER_INPUT} for an unknown one, {@code NOT_FOUND} when no events are noted
     */
    List<RowField> eventColumns(String entity);

    /**
     * Appends events of the type {@code CUSTOM} to the log.
     *
     * @param entity as for {@link #eventColumns}
     * @return as of {@link #write}
     * @throws io.fraiseql.spi.error.FraiseqlException as {@link #write}
     */
    long append(String entity, UploadBatch batch, RequestContext context);
}
