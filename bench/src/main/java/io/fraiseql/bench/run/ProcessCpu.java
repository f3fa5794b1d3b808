package io.fraiseql.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time and memory of processes, from Linux's {@code /proc}. */
final class ProcessCpu {

    /** The unit of {@code /proc/PID/stat}, one hundredth of a second on every architecture that matters here. */
    private static final long TICK_MICROS = 10_000;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int REAPED_USER = 13;
    private static final int REAPED_SYSTEM = 14;
    private static final int PAGE_BYTES = 4096;
    private static final int KIBI = 1024;

    private ProcessCpu() {}

    /** Microseconds of CPU that a process has used. */
    static long micros(long pid) {
        String[] fields = stat(pid);
        return (number(fields, USER) + number(fields, SYSTEM)) * TICK_MICROS;
    }

    /** Microseconds of CPU that a process, its children and those that have ended have used. */
    static long treeMicros(long pid) {
        String[] fields = stat(pid);
        long ended = (number(fields, REAPED_USER) + number(fields, REAPED_SYSTEM)) * TICK_MICROS;
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(pid).map(ProcessHandle::descendants).orElseGet(Stream::empty)) {
            return ended
                    + micros(pid)
                    + children.mapToLong(child -> micros(child.pid())).sum();
        }
    }

    /** Microseconds of CPU that the compilers of a JVM have used. */
    static long compilerMicros(long pid) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.map(thread -> stat(thread.resolve("stat")))
                    .filter(stat -> stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler"))
                    .map(ProcessCpu::fields)
                    .mapToLong(fields -> (number(fields, USER) + number(fields, SYSTEM)) * TICK_MICROS)
                    .sum();
        }
    }

    /** Bytes of physical memory that a process holds. */
    static long residentBytes(long pid) throws IOException {
        return Long.parseLong(
                        Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ")[1])
                * PAGE_BYTES;
    }

    /** The most bytes of physical memory that a process has held; 0 for one that is gone. */
    static long peakBytes(long pid) {
        return stat(Path.of("/proc/" + pid + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
                .findFirst()
                .orElse(0);
    }

    private static String[] stat(long pid) {
        return fields(stat(Path.of("/proc/" + pid + "/stat")));
    }

    /** What the kernel says about a process or thread; empty for one that is gone. */
    private static String stat(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** The fields after the name, which may hold spaces. */
    private static String[] fields(String stat) {
        return stat.isEmpty()
                ? new String[0]
                : stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long number(String[] fields, int index) {
        return index < fields.length ? Long.parseLong(fields[index]) : 0;
    }
}
