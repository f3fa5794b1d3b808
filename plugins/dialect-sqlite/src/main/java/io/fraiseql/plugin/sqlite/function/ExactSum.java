package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.sqlite.value.Cell;
import io.fraiseql.plugin.sqlite.value.Decimals;
import io.fraiseql.plugin.sqlite.value.StorageClass;
import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;

/**
 * Sums and squares without rounding, and what follows from them. The first argument of each function is the number, the second its declared
 * scale, below zero for none.
 */
abstract class ExactSum implements SqliteAggregate.Group {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    long count;

    @Override
    public void add(Cell[] arguments) throws SQLException {
        BigDecimal number = number(arguments[0], (int) arguments[1].integer());
        sum = sum.add(number);
        count++;
    }

    @Override
    public void remove(Cell[] arguments) throws SQLException {
        BigDecimal number = number(arguments[0], (int) arguments[1].integer());
        sum = sum.subtract(number);
        count--;
    }

    /** A REAL of no declared scale is taken for what it is, bit by bit. */
    static BigDecimal number(Cell cell, int scale) throws SQLException {
        if (cell.storage() == StorageClass.REAL && Double.isInfinite(cell.real())) {
            throw Misfit.of("an infinity", "a number");
        }
        return cell.storage() == StorageClass.REAL && scale < 0
                ? new BigDecimal(cell.real())
                : Decimals.read(cell, scale < 0 ? null : scale);
    }

    /** {@code fraiseql_sum(number, scale)}: a decimal as text; without zeros at the end where its scale is negative, which is none. */
    static final class Sum extends ExactSum {

        private boolean scaled;

        @Override
        public void add(Cell[] arguments) throws SQLException {
            super.add(arguments);
            scaled = arguments[1].integer() >= 0;
        }

        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            return (scaled ? sum : sum.stripTrailingZeros()).toPlainString();
        }
    }

    /** {@code fraiseql_avg(number, scale, resultScale)}: a decimal as text. */
    static final class Average extends ExactSum {

        private int scale;

        @Override
        public void add(Cell[] arguments) throws SQLException {
            super.add(arguments);
            scale = (int) arguments[2].integer();
        }

        @Override
        public @Nullable Object result() {
            return count == 0
                    ? null
                    : sum.divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_UP)
                            .toPlainString();
        }
    }

    /** {@code fraiseql_variance(number, scale)} and {@code fraiseql_stddev}: of a sample. */
    static final class Spread extends ExactSum {

        private final boolean root;

        Spread(boolean root) {
            this.root = root;
        }

        @Override
        public void add(Cell[] arguments) throws SQLException {
            super.add(arguments);
            BigDecimal number = number(arguments[0], (int) arguments[1].integer());
            squares = squares.add(number.multiply(number));
        }

        @Override
        public void remove(Cell[] arguments) throws SQLException {
            super.remove(arguments);
            BigDecimal number = number(arguments[0], (int) arguments[1].integer());
            squares = squares.subtract(number.multiply(number));
        }

        @Override
        public @Nullable Object result() {
            if (count < 2) {
                return null;
            }
            BigDecimal rows = BigDecimal.valueOf(count);
            BigDecimal variance = rows.multiply(squares)
                    .subtract(sum.multiply(sum))
                    .divide(rows.multiply(BigDecimal.valueOf(count - 1)), PRECISION);
            return (root ? variance.sqrt(PRECISION) : variance).doubleValue();
        }
    }
}
