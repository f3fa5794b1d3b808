package io.fraiseql.plugin.sqlite.value;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Decimals as SQLite stores them. TEXT and INTEGER are exact. A REAL holds 15 decimal digits: with a declared scale it is rounded to
 * it, and refused where that would need more digits; without one it must be the double nearest to a decimal of 15 digits.
 */
public final class Decimals {

    private static final int REAL_DIGITS = 15;
    private static final double REAL_LIMIT = 1e15;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    /** A product below 1e15 is off by at most an eighth: nearer than this to a whole number, it is rounded as the exact one would be. */
    private static final double CLEAR = 0.25;

    private static final MathContext REAL_PRECISION = new MathContext(REAL_DIGITS, RoundingMode.HALF_EVEN);
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private Decimals() {}

    /**
     * The decimal of a cell.
     *
     * @param scale the declared scale, which the result then has; null for the stored one
     */
    public static BigDecimal read(Cell cell, @Nullable Integer scale) throws SQLException {
        return switch (cell.storage()) {
            case INTEGER -> scaled(BigDecimal.valueOf(cell.integer()), scale);
            case REAL -> real(cell.real(), scale);
            case TEXT -> scaled(parse(new String(cell.bytes(), StandardCharsets.UTF_8)), scale);
            default -> throw Misfit.of(cell.storage().name(), "a decimal number");
        };
    }

    /** The shortest plain form, in which equal numbers are equal texts. */
    public static String canonical(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A decimal as a column of that scale stores it, rounded half away from zero; with the digits it has where none is declared. */
    public static String stored(String text, @Nullable Integer scale) {
        BigDecimal number = parse(text);
        return scale == null
                ? canonical(number)
                : number.setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }

    /** Reads digits without exponent. */
    public static BigDecimal parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw Misfit.of("another TEXT", "a decimal number");
        }
        return new BigDecimal(text);
    }

    private static BigDecimal scaled(BigDecimal exact, @Nullable Integer scale) {
        if (scale == null) {
            return exact;
        }
        try {
            return exact.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw Misfit.of("a decimal with more digits", "a decimal of scale " + scale);
        }
    }

    private static BigDecimal real(double number, @Nullable Integer scale) {
        if (Double.isInfinite(number)) {
            throw Misfit.of("an infinity", "a decimal number");
        }
        if (scale == null) {
            return nearest(new BigDecimal(number), number);
        }
        double moved = scale >= 0 && scale < POWERS.length ? number * POWERS[scale] : Double.NaN;
        double whole = Math.rint(moved);
        boolean clear = Math.abs(whole) < REAL_LIMIT && Math.abs(moved - whole) < CLEAR;
        return clear ? BigDecimal.valueOf((long) whole, scale) : rounded(new BigDecimal(number), scale);
    }

    private static BigDecimal rounded(BigDecimal exact, int scale) {
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_EVEN);
        if (rounded.unscaledValue().abs().doubleValue() >= REAL_LIMIT) {
            throw Misfit.of("a REAL of more than 15 digits, stored inexactly", "a decimal stored as TEXT");
        }
        return rounded;
    }

    private static BigDecimal nearest(BigDecimal exact, double number) {
        BigDecimal rounded = exact.round(REAL_PRECISION);
        if (rounded.doubleValue() != number) {
            throw Misfit.of("a REAL of more than 15 digits and no declared scale", "a decimal");
        }
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
