package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Sha256;
import io.fraiseql.core.plan.BatchTable;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.upload.UploadBatch;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** Runs the transactions of batches, each batch once: its id is written in its own transaction, before its rows. Thread-safe. */
final class BatchTransactions {

    private final Transactions transactions;
    private final BatchTable table;
    private final Duration known;
    private final Clock clock;

    /** @param known for how long a batch is remembered */
    BatchTransactions(Transactions transactions, BatchTable table, Duration known, Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Writes a batch unless it was written before, and gives the number of its rows.
     *
     * @param target where the rows go; the same id may name other rows for another
     * @param body may run several times
     */
    long run(String target, UploadBatch batch, RequestContext context, Consumer<WriteConnection> body) {
        String organisation = context.identity().organisation();
        String id = Sha256.of((organisation == null ? "" : organisation) + "\0" + target + "\0" + batch.id());
        BatchDigest content = BatchDigest.of(batch.parts());
        transactions.run(context, session -> {
            WriteConnection connection = new WriteConnection(session, context);
            String digest = digest(connection, id);
            if (digest == null) {
                note(connection, id, content);
                body.accept(connection);
            } else if (!digest.equals(content.text())) {
                throw new FraiseqlException(
                        CoreErrorCode.CONFLICT,
                        "a batch with this batch_id and other rows was written before; give each batch an id of its own");
            }
        });
        return content.rows();
    }

    private @Nullable String digest(WriteConnection connection, String id) {
        try (RowCursor row = connection.query(table.find(), slot -> id)) {
            return row.next() ? (String) CellValue.read(row, 0, ColumnType.TEXT) : null;
        }
    }

    /** Another transaction with the same id is waited for; then this one finds what it wrote. */
    private void note(WriteConnection connection, String id, BatchDigest content) {
        OffsetDateTime now =
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        connection.append(table.forget(), slot -> now.minus(known));
        try {
            List<Object> values = List.of(id, content.text(), content.rows(), now);
            connection.append(table.insert(), values::get);
        } catch (ConstraintViolation e) {
            throw new FraiseqlException(
                    DatabaseErrorCode.CONFLICT, "the same batch is being written; send it again later", e);
        }
    }
}
