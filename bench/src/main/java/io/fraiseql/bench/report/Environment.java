package io.fraiseql.bench.report;

import java.util.List;

/** Where and with what was measured. */
public record Environment(
        String time,
        String machine,
        int processors,
        long memoryBytes,
        String system,
        String jvm,
        List<String> jvmFlags,
        String postgres,
        int databaseConnections,
        int rounds,
        int secondsPerRun) {}
