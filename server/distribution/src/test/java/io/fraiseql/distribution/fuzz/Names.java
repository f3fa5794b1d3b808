package io.fraiseql.distribution.fuzz;

import java.util.List;

/** Names of tables and columns: plain ones, and ones that try to break out. */
enum Names {
    PLAIN(
            List.of("stone", "river", "cloud", "lamp", "wheel", "grove"),
            List.of("alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa")),
    HOSTILE(
            List.of("select", "a.b", "ta\"ble", "it's", "x;--", "per%cent"),
            List.of("order", "q?", "do\"t", "a b", "c'c", "$$", "t.c", "%s", "\\b", "--x", "Größe"));

    final List<String> tables;
    final List<String> columns;

    Names(List<String> tables, List<String> columns) {
        this.tables = tables;
        this.columns = columns;
    }
}
