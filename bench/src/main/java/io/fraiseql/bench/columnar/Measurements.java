package io.fraiseql.bench.columnar;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The vectors of the twelve columns, as a hand-written server has them. */
final class Measurements implements AutoCloseable {

    static final int BATCH = 10_000;
    static final String SQL =
            "SELECT id, device_id, label, note, taken_at, received_at, active, amount, ratio, token, day, attempts"
                    + " FROM ta_measurement ORDER BY id";

    static final int SCALE = 2;

    private static final int TEXT_BYTES = 32;
    private static final int PRECISION = 12;
    private static final int UUID_BYTES = 16;

    final BigIntVector id;
    final IntVector device;
    final VarCharVector label;
    final VarCharVector note;
    final TimeStampMicroTZVector takenAt;
    final TimeStampMicroVector receivedAt;
    final BitVector active;
    final DecimalVector amount;
    final Float8Vector ratio;
    final FixedSizeBinaryVector token;
    final DateDayVector day;
    final IntVector attempts;
    final VectorSchemaRoot root;

    Measurements(BufferAllocator memory) {
        id = new BigIntVector("id", memory);
        device = new IntVector("deviceId", memory);
        label = new VarCharVector("label", memory);
        note = new VarCharVector("note", memory);
        takenAt = new TimeStampMicroTZVector("takenAt", memory, "UTC");
        receivedAt = new TimeStampMicroVector("receivedAt", memory);
        active = new BitVector("active", memory);
        amount = new DecimalVector("amount", memory, PRECISION, SCALE);
        ratio = new Float8Vector("ratio", memory);
        token = new FixedSizeBinaryVector("token", memory, UUID_BYTES);
        day = new DateDayVector("day", memory);
        attempts = new IntVector("attempts", memory);
        List<FieldVector> vectors =
                List.of(id, device, label, note, takenAt, receivedAt, active, amount, ratio, token, day, attempts);
        label.setInitialCapacity(BATCH, TEXT_BYTES);
        note.setInitialCapacity(BATCH, TEXT_BYTES);
        vectors.forEach(vector -> {
            if (vector != label && vector != note) {
                vector.setInitialCapacity(BATCH);
            }
            vector.allocateNew();
        });
        root = new VectorSchemaRoot(vectors);
    }

    /** Empties the vectors. */
    void reset() {
        root.getFieldVectors().forEach(FieldVector::reset);
    }

    @Override
    public void close() {
        root.close();
    }
}
