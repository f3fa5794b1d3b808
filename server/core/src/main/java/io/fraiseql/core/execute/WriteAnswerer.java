package io.fraiseql.core.execute;

import io.fraiseql.core.json.JsonProjection;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.plan.CallKey;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.WriteAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers writes: reads the written rows back in their transaction, as the caller selects them. One thread, one transaction. */
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

    void answer(RootPlan.Write plan, List<StoredRow> rows) {
        RootPlan.Rows one = plan.answer().row();
        if (one == null) {
            many(plan.answer(), rows);
        } else if (rows.isEmpty()) {
            out.nul();
        } else {
            Map<String, Object> values = new HashMap<>(variables);
            List<Object> key = rows.get(0).key();
            for (int i = 0; i < key.size(); i++) {
                values.put(WriteAnswer.key(i), key.get(i));
            }
            connection.answer(one, values, reader);
        }
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

    private void many(WriteAnswer answer, List<StoredRow> rows) {
        char separator = '{';
        for (WriteAnswer.Part part : answer.parts()) {
            out.write((byte) separator);
            separator = ',';
            out.write(part.label());
            if (part.rows() != null) {
                connection.answer(part.rows(), keys(rows), reader);
            } else if (part.json() != null) {
                out.write(part.json());
            } else {
                out.number(rows.size());
            }
        }
        out.write((byte) '}');
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
