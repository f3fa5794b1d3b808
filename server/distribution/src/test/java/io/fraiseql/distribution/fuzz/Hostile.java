package io.fraiseql.distribution.fuzz;

import java.util.List;

/** Texts that break out of a statement where values are not bound. */
public final class Hostile {

    /** What can be stored. */
    public static final List<String> TEXTS = List.of(
            "",
            "'",
            "''",
            "\"",
            "\"\"",
            "\\",
            "\\\\",
            "\\'",
            "--",
            "/*",
            "*/",
            ";",
            "'; DROP TABLE note; --",
            "\" OR 1=1 --",
            "') OR ('1'='1",
            "$$",
            "$1",
            "$tag$",
            "?",
            "??",
            "?::text",
            ":x",
            ":1",
            "%s",
            "{0}",
            "%",
            "_",
            "\u2019",
            "\u02BC",
            "\uFF07",
            "\u0001",
            "\n",
            "\r\n",
            "\t",
            "\u202E",
            "\uFEFF",
            "😀",
            "null",
            "NULL",
            "true",
            "x'41'",
            "E'\\x41'",
            "U&'\\0041'",
            "`",
            "[x]",
            "{\"a\":1}",
            "${x}",
            "0x41",
            "1e400",
            "NaN",
            "Infinity",
            "a".repeat(5000),
            "'".repeat(999));

    /** What no database stores. */
    public static final List<String> REFUSED = List.of("\u0000", "a\u0000'; DROP TABLE note; --", "\uD800", "x\uDC00");

    private Hostile() {}
}
