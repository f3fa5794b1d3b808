package io.fraiseql.bench.report;

import java.util.List;

/**
 * Where and with what was measured.
 *
 * @param machine when, on which machine and JVM, in words
 * @param warmUpSeconds for each program, shape and number of connections
 */
public record Environment(
        String machine,
        List<String> jvmFlags,
        String postgres,
        int databaseConnections,
        int rounds,
        int secondsPerRun,
        int warmUpSeconds) {

    public Environment {
        jvmFlags = List.copyOf(jvmFlags);
    }
}
