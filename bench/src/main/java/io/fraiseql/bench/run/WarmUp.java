package io.fraiseql.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** Loads a server again and again until the compilers of its JVM take little of its CPU. */
final class WarmUp {

    private static final int MOST_PASSES = 20;

    private final double compilerShare;

    WarmUp(BenchOptions options) {
        this.compilerShare = options.compilerShare();
    }

    /** Some load. */
    interface Pass {
        void run() throws IOException, SQLException, InterruptedException;
    }

    void run(Program server, Pass pass) throws IOException, SQLException, InterruptedException {
        int passes = 0;
        double share;
        do {
            double cpu = ProcessCpu.micros(server.processId());
            double compilers = ProcessCpu.compilerMicros(server.processId());
            pass.run();
            share = (ProcessCpu.compilerMicros(server.processId()) - compilers)
                    / (ProcessCpu.micros(server.processId()) - cpu);
            passes++;
        } while (share > compilerShare && passes < MOST_PASSES);
        System.out.printf(
                Locale.ROOT,
                "warm: %s, %d passes, in the last %.1f %% of its CPU for compilers%n",
                server.name(),
                passes,
                100 * share);
    }
}
