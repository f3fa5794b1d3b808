package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowField;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampVector;

/** Members that are numbers, or that Arrow writes as such. */
final class NumberColumns {

    private NumberColumns() {}

    /** A Boolean. */
    static final class Bits extends FixedColumn {
        private final BitVector bits;

        Bits(RowField field, BitVector bits) {
            super(bits, field.column(), field.nullable());
            this.bits = bits;
        }

        @Override
        void set(RowCursor row, int index) {
            bits.set(index, row.getBoolean(column) ? 1 : 0);
        }

        @Override
        void zero(int index) {
            bits.set(index, 0);
        }
    }

    /** An Int, or the place of an enum's name. */
    static final class Ints extends FixedColumn {
        private final IntVector ints;

        Ints(RowField field, IntVector ints) {
            super(ints, field.column(), field.nullable());
            this.ints = ints;
        }

        @Override
        void set(RowCursor row, int index) {
            ints.set(index, whole(row.getLong(column)));
        }

        /** A declared schema may have a column in fewer bits than the database. */
        private int whole(long value) {
            if (value != (int) value) {
                throw new FraiseqlException(
                        VectorErrorCode.VALUE_NOT_READABLE,
                        ints.getName() + ": " + value + " does not fit the 32 bits that are declared");
            }
            return (int) value;
        }

        @Override
        void zero(int index) {
            ints.set(index, 0);
        }
    }

    /** A BigInt. */
    static final class Longs extends FixedColumn {
        private final BigIntVector longs;

        Longs(RowField field, BigIntVector longs) {
            super(longs, field.column(), field.nullable());
            this.longs = longs;
        }

        @Override
        void set(RowCursor row, int index) {
            longs.set(index, row.getLong(column));
        }

        @Override
        void zero(int index) {
            longs.set(index, 0);
        }
    }

    /** A Float that the database keeps in 32 bits. */
    static final class Floats extends FixedColumn {
        private final Float4Vector floats;

        Floats(RowField field, Float4Vector floats) {
            super(floats, field.column(), field.nullable());
            this.floats = floats;
        }

        @Override
        void set(RowCursor row, int index) {
            floats.set(index, (float) row.getDouble(column));
        }

        @Override
        void zero(int index) {
            floats.set(index, 0);
        }
    }

    /** A Float. */
    static final class Doubles extends FixedColumn {
        private final Float8Vector doubles;

        Doubles(RowField field, Float8Vector doubles) {
            super(doubles, field.column(), field.nullable());
            this.doubles = doubles;
        }

        @Override
        void set(RowCursor row, int index) {
            doubles.set(index, row.getDouble(column));
        }

        @Override
        void zero(int index) {
            doubles.set(index, 0);
        }
    }

    /** A DateTime or LocalDateTime; both count microseconds, as Arrow does. */
    static final class Instants extends FixedColumn {
        private final TimeStampVector instants;

        Instants(RowField field, TimeStampVector instants) {
            super(instants, field.column(), field.nullable());
            this.instants = instants;
        }

        @Override
        void set(RowCursor row, int index) {
            instants.set(index, row.getLong(column));
        }

        @Override
        void zero(int index) {
            instants.set(index, 0);
        }
    }

    /** A Date, in days. */
    static final class Days extends FixedColumn {
        private final DateDayVector days;

        Days(RowField field, DateDayVector days) {
            super(days, field.column(), field.nullable());
            this.days = days;
        }

        @Override
        void set(RowCursor row, int index) {
            days.set(index, (int) row.getLong(column));
        }

        @Override
        void zero(int index) {
            days.set(index, 0);
        }
    }

    /** A Time, in microseconds. */
    static final class Times extends FixedColumn {
        private final TimeMicroVector times;

        Times(RowField field, TimeMicroVector times) {
            super(times, field.column(), field.nullable());
            this.times = times;
        }

        @Override
        void set(RowCursor row, int index) {
            times.set(index, row.getLong(column));
        }

        @Override
        void zero(int index) {
            times.set(index, 0);
        }
    }
}
