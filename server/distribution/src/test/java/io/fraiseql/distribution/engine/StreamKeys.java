package io.fraiseql.distribution.engine;

import java.util.List;

/** Rows whose keys are of many kinds, each with a row that refers to it. */
final class StreamKeys {

    private static final String NUMBERS =
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2500) ";

    private StreamKeys() {}

    static List<String> sqlite() {
        return rows(
                "printf('%08x-0000-4000-8000-000000000000', (x * 7919) % 100000)",
                "strftime('%Y-%m-%d %H:%M:%f', 1e9 + x * 0.5, 'unixepoch')", "printf('%.4f', x * 1.0625 - 1000)");
    }

    static List<String> postgres() {
        return rows(
                "(lpad(to_hex((x * 7919) % 100000), 8, '0') || '-0000-4000-8000-000000000000')::uuid",
                "timestamp '2001-09-09 01:46:40' + x * interval '500001 microseconds'", "x * 1.0625 - 1000");
    }

    private static List<String> rows(String uuid, String time, String decimal) {
        return List.of(
                "INSERT INTO pair " + NUMBERS
                        + "SELECT CASE x % 3 WHEN 0 THEN 'é' WHEN 1 THEN 'a' ELSE 'B' END, x FROM n",
                "INSERT INTO half " + NUMBERS
                        + "SELECT x, CASE x % 3 WHEN 0 THEN 'é' WHEN 1 THEN 'a' ELSE 'B' END, x FROM n",
                "INSERT INTO token " + NUMBERS + "SELECT " + uuid + " FROM n",
                "INSERT INTO token_use " + NUMBERS + "SELECT x, " + uuid + " FROM n",
                "INSERT INTO day " + NUMBERS + "SELECT " + time + " FROM n",
                "INSERT INTO hour " + NUMBERS + "SELECT x, " + time + " FROM n",
                "INSERT INTO price " + NUMBERS + "SELECT " + decimal + " FROM n",
                "INSERT INTO offer " + NUMBERS + "SELECT x, " + decimal + " FROM n");
    }
}
