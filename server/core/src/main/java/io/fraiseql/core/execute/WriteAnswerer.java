package io.fraiseql.core.execute;

import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.CallKey;
import io.fraiseql.core.plan.ImageAnswer;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.WriteAnswer;
import io.fraiseql.spi.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers writes as the caller selects the rows: from their images where these have it all, else they are read back in their transaction. One
 * thread, one transaction.
 */
final class WriteAnswerer {

    private final WriteConnection connection;
    private final Map<String, Object> variables;
    private final RowsReader reader;
    private final Utf8Buffer out;

    WriteAnswerer(WriteConnection connection, Map<String, Object> variables, RowsReader reader, Utf8Buffer out) {
        this.connection = connection;
        this.variables = variables;
        this.reader = reader;
        this.out = out;
    }

    /** @param last whether the images are the last that was written to these rows */
    void answer(RootPlan.Write plan, List<StoredRow> rows, boolean last) {
        WriteAnswer.Row one = plan.answer().row();
        if (one == null) {
            many(plan.answer(), rows, last);
            return;
        }
        if (rows.isEmpty()) {
            out.nul();
            return;
        }
        ImageAnswer image = image(one, rows, last);
        if (image != null) {
            reader.image(image, rows.get(0));
            return;
        }
        Map<String, Object> values = new HashMap<>(variables);
        List<Object> key = rows.get(0).key();
        for (int i = 0; i < key.size(); i++) {
            values.put(WriteAnswer.key(i), key.get(i));
        }
        connection.answer(one.read(), values, reader);
    }

    /** Answers a call: the row of the id that the function gave, or its own object. */
    void answer(RootPlan.Call plan, FunctionAnswer answer) {
        RootPlan.Rows row = plan.row();
        CallKey key = plan.entityKey();
        JsonProjection projection = plan.projection();
        if (row != null && key != null && answer.entityId() != null) {
            Map<String, Object> values = new HashMap<>(variables);
            values.put(WriteAnswer.key(0), key.value(answer.entityId()));
            connection.answer(row, values, reader);
        } else if (projection != null && answer.entity() != null) {
            byte[] entity = answer.entity().getBytes(StandardCharsets.UTF_8);
            projection.write(entity, 0, entity.length, out);
        } else {
            out.nul();
        }
    }

    private void many(WriteAnswer answer, List<StoredRow> rows, boolean last) {
        char separator = '{';
        for (WriteAnswer.Part part : answer.parts()) {
            out.write((byte) separator);
            separator = ',';
            out.write(part.label());
            if (part.rows() != null) {
                rows(part.rows(), rows, last);
            } else if (part.json() != null) {
                out.write(part.json());
            } else {
                out.number(rows.size());
            }
        }
        out.write((byte) '}');
    }

    private void rows(WriteAnswer.Row answer, List<StoredRow> rows, boolean last) {
        ImageAnswer image = image(answer, rows, last);
        if (image == null) {
            connection.answer(answer.read(), keys(rows), reader);
            return;
        }
        out.write((byte) '[');
        int start = out.length();
        for (StoredRow row : rows) {
            if (out.length() > start) {
                out.write((byte) ',');
            }
            reader.image(image, row);
        }
        out.write((byte) ']');
    }

    /** How the images answer; null when the rows must be read: for more than the images have, or to say that a null is where none may be. */
    private static @Nullable ImageAnswer image(WriteAnswer.Row answer, List<StoredRow> rows, boolean last) {
        ImageAnswer image = last ? answer.image() : null;
        if (image == null) {
            return null;
        }
        boolean complete = image.pieces().stream()
                .filter(piece -> piece.known() == null && !piece.nullable())
                .allMatch(piece -> rows.stream().noneMatch(row -> row.isNull(piece.field())));
        return complete ? image : null;
    }

    private Map<String, Object> keys(List<StoredRow> rows) {
        BoundRowValues keys =
                new BoundRowValues(rows.stream().map(StoredRow::key).toList());
        Map<String, Object> values = new HashMap<>(variables);
        values.put(WriteAnswer.KEYS, keys.rows());
        int columns = rows.isEmpty() ? 0 : rows.get(0).key().size();
        for (int i = 0; i < columns; i++) {
            values.put(WriteAnswer.key(i), keys.column(i));
        }
        return values;
    }
}
