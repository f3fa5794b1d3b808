package io.fraiseql.bench.run;

import io.fraiseql.bench.micro.EngineBenchmark;
import io.fraiseql.bench.micro.JsonBenchmark;
import io.fraiseql.bench.report.InsideReport;
import io.fraiseql.bench.report.MarkedPage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The benchmarks of the engine's inside; started by {@code scripts/bench --inside} with the project's folder. */
public final class Inside {

    private static final int QUICK_MILLIS = 200;

    private Inside() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath();
        boolean quick = arguments.length > 1 && arguments[1].equals("--quick");
        Path folder = Files.createDirectories(root.resolve("bench/target/results"));
        OptionsBuilder options = new OptionsBuilder();
        options.include(EngineBenchmark.class.getName())
                .include(JsonBenchmark.class.getName())
                .jvmArgs(Programs.JVM_FLAGS.toArray(String[]::new))
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(folder.resolve("inside.json").toString());
        if (quick) {
            options.warmupTime(TimeValue.milliseconds(QUICK_MILLIS))
                    .measurementTime(TimeValue.milliseconds(QUICK_MILLIS));
        }
        String report = InsideReport.of("Measured " + Machine.summary() + ".", new Runner(options.build()).run());
        Files.writeString(folder.resolve("inside.md"), report);
        if (!quick) {
            new MarkedPage(root.resolve("docs/performance.md")).replace("inside", report);
        }
        System.out.println("\n" + report + "written to " + folder);
    }
}
