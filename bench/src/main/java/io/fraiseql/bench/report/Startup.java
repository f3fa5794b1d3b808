package io.fraiseql.bench.report;

/**
 * What is measured once: the server with the benchmark's schema and with one of many tables. Times in milliseconds, each a median of
 * several starts but for the two commands.
 */
public record Startup(
        double readyMillis,
        long idleBytes,
        int tables,
        double introspectMillis,
        double compileMillis,
        double largeReadyMillis,
        long largeIdleBytes) {}
