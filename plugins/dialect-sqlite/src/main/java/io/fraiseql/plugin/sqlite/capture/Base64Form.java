package io.fraiseql.plugin.sqlite.capture;

/** Base64 of a blob, three bytes at a time, out of its hexadecimal digits. */
final class Base64Form {

    private static final String LETTERS = "'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'";

    /** {@code {x}} stands for the value. A list of as many zeros as there are groups of bytes numbers them. */
    static final String BLOB = """
            CASE typeof({x}) WHEN 'blob' THEN (SELECT '"' || coalesce(group_concat({1} || {2}
                || CASE WHEN n > 1 THEN {3} ELSE '=' END || CASE WHEN n > 2 THEN {4} ELSE '=' END, ''), '') || '"'
              FROM (SELECT substr(hex(substr({x}, 3 * key + 1, 3)) || '0000', 1, 6) AS h, length(substr({x}, 3 * key + 1, 3)) AS n
                FROM json_each('[' || rtrim(replace(hex(zeroblob((length({x}) + 2) / 3)), '00', '0,'), ',') || ']'))) END""".replace("{1}", letter(digit(1) + " * 4 + " + digit(2) + " / 4"))
            .replace("{2}", letter(digit(2) + " % 4 * 16 + " + digit(3)))
            .replace("{3}", letter(digit(4) + " * 4 + " + digit(5) + " / 4"))
            .replace("{4}", letter(digit(5) + " % 4 * 16 + " + digit(6)));

    private Base64Form() {}

    private static String letter(String index) {
        return "substr(" + LETTERS + ", 1 + " + index + ", 1)";
    }

    private static String digit(int place) {
        return "instr('123456789ABCDEF', substr(h, " + place + ", 1))";
    }
}
