package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.sqlite.value.Decimals;
import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import org.sqlite.Collation;

/** Orders decimals stored as TEXT by value. Text that is no decimal comes last, by code unit: a collation must not fail. */
final class DecimalCollation extends Collation {

    @Override
    protected int xCompare(String left, String right) {
        BigDecimal leftNumber = number(left);
        BigDecimal rightNumber = number(right);
        if (leftNumber != null && rightNumber != null) {
            return leftNumber.compareTo(rightNumber);
        }
        if (leftNumber == null && rightNumber == null) {
            return left.compareTo(right);
        }
        return leftNumber == null ? 1 : -1;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return Decimals.parse(text);
        } catch (Misfit e) {
            return null;
        }
    }
}
