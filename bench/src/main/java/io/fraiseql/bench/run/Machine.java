package io.fraiseql.bench.run;

import com.sun.management.OperatingSystemMXBean;
import io.fraiseql.bench.report.Environment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Describes the machine. */
final class Machine {

    private static final double GIBI = 1 << 30;

    private Machine() {}

    /** Time, machine and JVM, in a sentence's form. */
    static String summary() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%s on %s (%d processors, %.0f GiB), %s %s, %s %s"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        processor(),
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / GIBI,
                        system.getName(),
                        system.getVersion(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version"));
    }

    static Environment environment(BenchOptions options, String postgres) throws IOException {
        return new Environment(
                summary(),
                Programs.JVM_FLAGS,
                postgres,
                Programs.CONNECTIONS,
                options.rounds(),
                options.seconds(),
                options.compilerShare());
    }

    private static String processor() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch"));
        }
    }
}
