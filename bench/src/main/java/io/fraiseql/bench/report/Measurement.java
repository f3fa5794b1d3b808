package io.fraiseql.bench.report;

/** One run of one program: CPU in microseconds per request, -1 where it could not be read. */
public record Measurement(
        String operation,
        int connections,
        String program,
        int round,
        int requests,
        double perSecond,
        double p50Micros,
        double p99Micros,
        double programCpuMicros,
        double databaseCpuMicros) {}
