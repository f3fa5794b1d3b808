package io.fraiseql.core.execute;

import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.RowImage;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.spi.database.RowCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the images that a statement gives of written rows. One thread, one statement. */
final class ImageReader {

    private final WriteTarget target;
    private final RowCursor cursor;
    private final int fields;
    private final Utf8Buffer out = new Utf8Buffer(512);
    private final List<RowWriter> writers = new ArrayList<>();
    private final List<byte[]> labels = new ArrayList<>();

    ImageReader(WriteTarget target, RowCursor cursor) {
        this.target = target;
        this.cursor = cursor;
        RowImage image = target.image();
        this.fields = image.columns().size();
        for (int i = 0; i < fields; i++) {
            writers.add(new RowWriter(image.program(i), cursor, out, list -> {}));
            labels.add(("\"" + image.columns().get(i).field() + "\":").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All rows. */
    List<StoredRow> all() {
        List<StoredRow> rows = new ArrayList<>();
        while (cursor.next()) {
            rows.add(row());
        }
        return rows;
    }

    private StoredRow row() {
        out.clear();
        out.write((byte) '{');
        int[] places = new int[2 * fields];
        for (int i = 0; i < fields; i++) {
            if (i > 0) {
                out.write((byte) ',');
            }
            out.write(labels.get(i));
            places[2 * i] = out.length();
            writers.get(i).write();
            places[2 * i + 1] = out.length();
        }
        out.write((byte) '}');
        byte[] json = Arrays.copyOf(out.array(), out.length());
        return new StoredRow(target, json, places, kept());
    }

    private List<Object> kept() {
        List<Object> kept = new ArrayList<>();
        for (WriteColumn column : target.kept()) {
            int index = target.image().indexOf(column);
            kept.add(cursor.isNull(index) ? null : CellValue.read(cursor, index, column.type()));
        }
        return kept;
    }
}
