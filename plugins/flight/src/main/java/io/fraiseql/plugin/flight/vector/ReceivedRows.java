package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.query.RowField;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.TransferPair;

/** Rows that a client sent, kept as vectors until they are closed. One thread. */
public final class ReceivedRows implements AutoCloseable {

    private static final int PART_ROWS = 1_000;

    private final List<ReceivedColumn> columns;
    private final DictionaryProvider dictionaries;
    private final BufferAllocator memory;
    private final List<List<FieldVector>> batches = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param fields what rows may have
     * @param schema what they will have
     * @param dictionaries of the client, which also has those that are yet to come
     * @param memory that the vectors are accounted to
     * @throws io.fraiseql.spi.error.FraiseqlException {@code WRONG_SCHEMA} naming the column that does not fit
     */
    public ReceivedRows(List<RowField> fields, Schema schema, DictionaryProvider dictionaries, BufferAllocator memory) {
        this.columns = ReceivedColumn.of(fields, schema, dictionaries);
        this.dictionaries = dictionaries;
        this.memory = memory;
    }

    /** Keeps the rows of a batch, which is empty afterwards. */
    public void take(VectorSchemaRoot root) {
        List<FieldVector> vectors = new ArrayList<>();
        batches.add(vectors);
        for (FieldVector vector : root.getFieldVectors()) {
            vectors.add(kept(vector));
        }
    }

    private FieldVector kept(FieldVector vector) {
        DictionaryEncoding encoding = vector.getField().getDictionary();
        if (encoding != null) {
            return (FieldVector) DictionaryEncoder.decode(vector, dictionaries.lookup(encoding.getId()), memory);
        }
        TransferPair pair = vector.getTransferPair(memory);
        pair.transfer();
        return (FieldVector) pair.getTo();
    }

    /** The rows in their order, some at a time, as {@link io.fraiseql.spi.upload.UploadBatch} has them; each iteration reads them anew. */
    public Iterable<List<Map<String, Object>>> parts() {
        return () -> batches.stream().flatMap(this::parts).iterator();
    }

    private Stream<List<Map<String, Object>>> parts(List<FieldVector> batch) {
        int rows = batch.isEmpty() ? 0 : batch.get(0).getValueCount();
        return IntStream.iterate(0, row -> row < rows, row -> row + PART_ROWS)
                .mapToObj(first -> IntStream.range(first, Math.min(rows, first + PART_ROWS))
                        .mapToObj(row -> row(batch, row))
                        .toList());
    }

    private Map<String, Object> row(List<FieldVector> batch, int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        Iterator<FieldVector> vectors = batch.iterator();
        for (ReceivedColumn column : columns) {
            values.put(column.name(), column.value(vectors.next(), row));
        }
        return values;
    }

    @Override
    public void close() {
        batches.forEach(batch -> batch.forEach(FieldVector::close));
    }
}
