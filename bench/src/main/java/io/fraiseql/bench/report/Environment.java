package io.fraiseql.bench.report;

import java.util.List;

/**
 * Where and with what was measured.
 *
 * @param machine when, on which machine and JVM, in words
 * @param compilerShare a program was warm when its JVM's compilers took no more of its CPU than this
 */
public record Environment(
        String machine,
        List<String> jvmFlags,
        String postgres,
        int databaseConnections,
        int rounds,
        int secondsPerRun,
        double compilerShare) {

    public Environment {
        jvmFlags = List.copyOf(jvmFlags);
    }
}
