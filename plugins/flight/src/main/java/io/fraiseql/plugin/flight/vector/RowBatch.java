package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.query.ListCursor;
import io.fraiseql.spi.query.RowField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** One batch of rows, filled again and again: its vectors, and the dictionaries of their enums. One thread. */
public final class RowBatch implements AutoCloseable {

    private static final int FIRST_ROWS = 1_000;
    private static final long FIRST_BYTES = 256 << 10;

    private final BufferAllocator memory;
    private final VectorSchemaRoot root;
    private final MapDictionaryProvider dictionaries = new MapDictionaryProvider();
    private final ObjectColumn columns;
    private final int mostRows;
    private final long mostBytes;
    private int filled;
    private boolean begun;

    /**
     * @param memory of the vectors; not closed
     * @param mostRows of a batch, not counting those of lists below its rows
     * @param mostBytes of a batch, except that it has one row at least
     */
    public RowBatch(ArrowFields types, List<RowField> fields, BufferAllocator memory, int mostRows, long mostBytes) {
        this.memory = memory;
        this.mostRows = mostRows;
        this.mostBytes = mostBytes;
        List<Field> arrow = types.vectors(fields);
        this.root = VectorSchemaRoot.create(new Schema(arrow), memory);
        try {
            addDictionaries(fields, arrow);
            this.columns = Columns.of(fields, root.getFieldVectors());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The vectors. */
    public VectorSchemaRoot root() {
        return root;
    }

    /** The names of enums. */
    public MapDictionaryProvider dictionaries() {
        return dictionaries;
    }

    /** Replaces the rows of the batch by the next ones, few of them at first so that these are there soon; false when the cursor has no more. */
    public boolean fill(ListCursor cursor) {
        int rowBound = begun ? mostRows : Math.min(mostRows, FIRST_ROWS);
        long byteBound = begun ? mostBytes : Math.min(mostBytes, FIRST_BYTES);
        begun = true;
        columns.begin(mostRows);
        int rows = 0;
        long bytes = 0;
        boolean more = true;
        while (more && rows < rowBound && bytes < byteBound) {
            more = cursor.next();
            if (more) {
                bytes += columns.writeMembers(cursor, rows);
                rows++;
            }
        }
        root.setRowCount(rows);
        filled = rows;
        return more;
    }

    /**
     * Replaces the batch by one row in which a list has the next rows of a cursor, and every other list none; only for fields that are all lists.
     *
     * @param list its place among the fields
     * @return false when the cursor has no more
     */
    public boolean fillList(int list, ListCursor cursor) {
        columns.begin(1);
        filled = columns.writeList(list, cursor, mostRows, mostBytes);
        root.setRowCount(1);
        return columns.listGoesOn(list);
    }

    /** How many rows of a cursor are in the batch. */
    public int rows() {
        return filled;
    }

    private void addDictionaries(List<RowField> fields, List<Field> arrow) {
        for (int i = 0; i < fields.size(); i++) {
            RowField field = fields.get(i);
            if (field.kind() == RowField.Kind.ENUM) {
                dictionaries.put(new Dictionary(names(field), arrow.get(i).getDictionary()));
            }
            Field vector = arrow.get(i);
            addDictionaries(
                    field.fields(),
                    field.kind() == RowField.Kind.LIST
                            ? vector.getChildren().get(0).getChildren()
                            : vector.getChildren());
        }
    }

    private VarCharVector names(RowField field) {
        VarCharVector names = new VarCharVector(field.name(), memory);
        List<String> texts = field.names();
        for (int i = 0; i < texts.size(); i++) {
            names.setSafe(i, texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        names.setValueCount(texts.size());
        return names;
    }

    @Override
    public void close() {
        root.close();
        dictionaries.getDictionaryIds().forEach(id -> {
            FieldVector names = dictionaries.lookup(id).getVector();
            names.close();
        });
    }
}
