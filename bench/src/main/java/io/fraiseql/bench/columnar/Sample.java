package io.fraiseql.bench.columnar;

import java.nio.charset.StandardCharsets;

/** Rows made up in memory, of the size of those in the table. */
final class Sample {

    private static final byte[] LABEL = "label 500".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTE = "0123456789abcdef0123".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TOKEN = new byte[16];

    private Sample() {}

    static void write(Measurements rows, int row) {
        rows.id.set(row, row);
        rows.device.set(row, row);
        rows.label.setSafe(row, LABEL, 0, LABEL.length);
        rows.note.setSafe(row, NOTE, 0, NOTE.length);
        rows.takenAt.set(row, row);
        rows.receivedAt.set(row, row);
        rows.active.set(row, 1);
        rows.amount.set(row, row);
        rows.ratio.set(row, row);
        rows.token.set(row, TOKEN);
        rows.day.set(row, row);
        rows.attempts.set(row, row);
    }
}
