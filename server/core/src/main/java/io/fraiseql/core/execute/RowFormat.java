package io.fraiseql.core.execute;

import io.fraiseql.core.json.CsvColumn;
import io.fraiseql.core.json.CsvWriter;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.request.StreamFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** How streamed rows, each a JSON object, stand in a stream. One thread, one stream. */
interface RowFormat {

    /** What comes before the first row. */
    void begin(Utf8Buffer out);

    /** One row. */
    void row(byte[] json, int length, Utf8Buffer out);

    /** What comes after the last row. */
    void end(Utf8Buffer out);

    /**
     * The format of a stream.
     *
     * @param label the response key as it stands in an answer
     * @param columns asked for CSV only
     */
    static RowFormat of(StreamFormat format, byte[] label, Supplier<List<CsvColumn>> columns) {
        return switch (format) {
            case NDJSON -> new Lines();
            case CSV -> new Table(new CsvWriter(columns.get()));
            case JSON -> new Answer(label);
        };
    }

    /** One row a line. */
    final class Lines implements RowFormat {

        @Override
        public void begin(Utf8Buffer out) {}

        @Override
        public void row(byte[] json, int length, Utf8Buffer out) {
            out.write(json, 0, length);
            out.write((byte) '\n');
        }

        @Override
        public void end(Utf8Buffer out) {}
    }

    /** A header and a line for each row. */
    record Table(CsvWriter writer) implements RowFormat {

        @Override
        public void begin(Utf8Buffer out) {
            writer.header(out);
        }

        @Override
        public void row(byte[] json, int length, Utf8Buffer out) {
            writer.row(json, 0, length, out);
        }

        @Override
        public void end(Utf8Buffer out) {}
    }

    /** What an ordinary answer would be. */
    final class Answer implements RowFormat {

        private static final byte[] BEGIN = "{\"data\":{".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] END = "]}}".getBytes(StandardCharsets.US_ASCII);

        private final byte[] label;
        private boolean several;

        Answer(byte[] label) {
            this.label = label;
        }

        @Override
        public void begin(Utf8Buffer out) {
            out.write(BEGIN);
            out.write(label);
            out.write((byte) '[');
        }

        @Override
        public void row(byte[] json, int length, Utf8Buffer out) {
            if (several) {
                out.write((byte) ',');
            }
            several = true;
            out.write(json, 0, length);
        }

        @Override
        public void end(Utf8Buffer out) {
            out.write(END);
        }
    }
}
