package io.fraiseql.bench.run;

import io.fraiseql.bench.load.HttpLoad;
import io.fraiseql.bench.load.LoadResult;
import io.fraiseql.bench.report.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Loads the programs in turn, A B C, B C A, C A B …, so that what changes on the machine, and what each leaves behind, meets all of them. */
final class Rounds {

    private static final int MOST_PASSES = 25;

    private final BenchOptions options;
    private final List<Work> works;
    private final List<Integer> connections;
    private final List<Program> programs;
    private final long databaseProcess;
    private final List<Measurement> measurements = new ArrayList<>();

    Rounds(
            BenchOptions options,
            List<Work> works,
            List<Integer> connections,
            List<Program> programs,
            long databaseProcess) {
        this.options = options;
        this.works = works;
        this.connections = connections;
        this.programs = programs;
        this.databaseProcess = databaseProcess;
    }

    /** Measures every line of the table once; before the first time it warms every program with all of them. */
    void run(int round) throws IOException {
        if (measurements.isEmpty()) {
            warmUp();
        }
        for (Work work : works) {
            for (int count : connections) {
                measure(work, count, round);
            }
        }
    }

    /** What was measured so far. */
    List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    private void warmUp() throws IOException {
        for (Program program : programs) {
            int passes = 0;
            double share;
            do {
                share = warmUp(program);
                passes++;
            } while (share > options.compilerShare() && passes < MOST_PASSES);
            System.out.printf(
                    "warm: %s, %d passes, in the last %.1f %% of its CPU for compilers%n",
                    program.name(), passes, 100 * share);
        }
    }

    /** Loads a program with every line and returns the share of its CPU that its compilers took. */
    private double warmUp(Program program) throws IOException {
        long before = ProcessCpu.micros(program.processId());
        long compilersBefore = ProcessCpu.compilerMicros(program.processId());
        for (Work work : works) {
            for (int count : connections) {
                load(work, count, program, options.warmUpSeconds());
            }
        }
        double compilers = ProcessCpu.compilerMicros(program.processId()) - compilersBefore;
        return compilers / (ProcessCpu.micros(program.processId()) - before);
    }

    private void measure(Work work, int count, int round) throws IOException {
        for (Program program : turn(round)) {
            long programBefore = ProcessCpu.micros(program.processId());
            long databaseBefore = ProcessCpu.treeMicros(databaseProcess);
            LoadResult result = load(work, count, program, options.seconds());
            double requests = result.requests();
            Measurement measurement = new Measurement(
                    work.operation(),
                    count,
                    program.name(),
                    round,
                    result.requests(),
                    result.perSecond(),
                    result.percentileMicros(0.5),
                    result.percentileMicros(0.99),
                    (ProcessCpu.micros(program.processId()) - programBefore) / requests,
                    databaseProcess < 0 ? -1 : (ProcessCpu.treeMicros(databaseProcess) - databaseBefore) / requests);
            measurements.add(measurement);
            System.out.printf(
                    "round %d, %s, %d connections, %s: %.0f/s, p99 %.1f ms, CPU %.0f + %.0f µs%n",
                    round,
                    work.title(),
                    count,
                    program.name(),
                    measurement.perSecond(),
                    measurement.p99Micros() / 1e3,
                    measurement.programCpuMicros(),
                    measurement.databaseCpuMicros());
        }
    }

    /** Another one begins each time. */
    private List<Program> turn(int round) {
        List<Program> turn = new ArrayList<>(programs);
        Collections.rotate(turn, 1 - round);
        return turn;
    }

    private static LoadResult load(Work work, int count, Program program, int seconds) throws IOException {
        return HttpLoad.run(program.port(), work.bodies(), count, TimeUnit.SECONDS.toNanos(seconds));
    }
}
