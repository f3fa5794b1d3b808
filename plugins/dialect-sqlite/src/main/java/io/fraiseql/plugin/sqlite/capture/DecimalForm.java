package io.fraiseql.plugin.sqlite.capture;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;

/** Decimals as the server reads them: exact out of texts and integers, to their scale out of floating-point numbers. */
final class DecimalForm {

    private static final String DIGITS = """
            (SELECT CASE WHEN length(t) - length(b) < 2 AND b GLOB '[0-9]*' AND b NOT GLOB '*[^0-9.]*'
                AND b NOT GLOB '*.*.*' AND b NOT GLOB '*.' {fits}
              THEN '"' || CASE WHEN t GLOB '-*' AND trim(b, '0.') <> '' THEN '-' ELSE '' END
                || coalesce(nullif(ltrim(substr(b, 1, instr(b || '.', '.') - 1), '0'), ''), '0') || {fraction} || '"' END
              FROM (SELECT t, ltrim(t, '+-') AS b, substr(t, instr(t || '.', '.') + 1) AS f
                FROM (SELECT CASE typeof({x}) WHEN 'text' THEN {x} WHEN 'integer' THEN CAST({x} AS TEXT) WHEN 'real' THEN {real} END AS t)))""";

    private DecimalForm() {}

    /**
     * The form, in which {@code {x}} stands for the value.
     *
     * @param scale the declared one; null for the digits that there are
     * @param real the text of a floating-point number; null for one that is no decimal
     */
    static String of(@Nullable Integer scale, String real) {
        String fits = scale == null ? "" : "AND rtrim(substr(f, " + (scale + 1) + "), '0') = ''";
        String fraction;
        if (scale == null) {
            fraction = "CASE f WHEN '' THEN '' ELSE '.' || f END";
        } else {
            fraction = scale == 0 ? "''" : "'.' || substr(f || '" + "0".repeat(scale) + "', 1, " + scale + ")";
        }
        return DIGITS.replace("{fits}", fits).replace("{fraction}", fraction).replace("{real}", real);
    }

    /** A floating-point number holds 15 digits. */
    static String rounded(@Nullable SqlType sql) {
        if (sql != null && sql.scale() != null) {
            return "CASE WHEN abs({x}) < 1e" + (15 - sql.scale()) + " THEN printf('%." + sql.scale() + "f', {x}) END";
        }
        return "CASE WHEN {x} = 0 OR abs({x}) BETWEEN 1e-4 AND 1e15 AND CAST(printf('%!.15g', {x}) AS REAL) = {x}"
                + " THEN rtrim(rtrim(printf('%!.15g', {x}), '0'), '.') END";
    }
}
