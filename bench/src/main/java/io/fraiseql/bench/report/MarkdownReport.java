package io.fraiseql.bench.report;

import io.fraiseql.bench.Insert;
import io.fraiseql.bench.ProgramNames;
import io.fraiseql.bench.Shape;
import java.util.List;
import java.util.Locale;

/** The results as the tables of docs/performance.md. */
public final class MarkdownReport {

    private static final String OURS = ProgramNames.SERVER;
    private static final String TYPED = ProgramNames.TYPED_ROWS;
    private static final String JSON = ProgramNames.DATABASE_JSON;
    private static final String PLAIN = ProgramNames.SERVER_WITHOUT_OUTBOX;
    private static final String BATCH = ProgramNames.JDBC_BATCH;
    private static final String REWRITTEN = ProgramNames.JDBC_BATCH_REWRITTEN;
    private static final String WITH_EVENTS = ProgramNames.JDBC_BATCH_WITH_EVENTS;
    private static final long MEBI = 1 << 20;

    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Results results) {
        this.results = results;
    }

    public static String of(Results results) {
        return new MarkdownReport(results).write();
    }

    private String write() {
        environment();
        requests();
        inserts();
        Startup startup = results.startup();
        if (startup != null) {
            startup(startup);
        }
        return text.toString();
    }

    private void environment() {
        Environment e = results.environment();
        line("Measured %s, with `%s`.", e.machine(), String.join(" ", e.jvmFlags()));
        line(
                "PostgreSQL %s, %d connections for each program; medians of %d rounds of %d s, warmed until the JVM's compilers took at most %.0f %% of a program's CPU.",
                e.postgres(), e.databaseConnections(), e.rounds(), e.secondsPerRun(), 100 * e.compilerShare());
        line("");
    }

    private void requests() {
        line("| shape | connections | requests/s: server | floor (a) | floor (b) | server : (a) "
                + "| p99 ms: server | (a) | (b) | CPU µs/request, program + database: server | (a) | (b) |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        List<Integer> connections = results.measurements().stream()
                .map(Measurement::connections)
                .distinct()
                .toList();
        for (Shape shape : Shape.values()) {
            for (int count : connections) {
                if (measured(shape.operation(), count)) {
                    row(shape.title(), shape.operation(), count);
                }
            }
        }
        line("");
    }

    private void inserts() {
        if (!measured(Insert.ONE.operation(), 1)) {
            return;
        }
        line(
                "| insert | connections | rows/s: server | without outbox | JDBC batch | rewritten batch | batch with events "
                        + "| server : batch with events | without outbox : batch | server : batch | p99 ms: server | batch | CPU µs/row, program + database: server | batch |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (Insert insert : Insert.values()) {
            for (int connections : insert.connections()) {
                line(
                        "| %s | %d | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %.2f | %.2f | %.2f | %s | %s | %s | %s |",
                        insert.title(),
                        connections,
                        rows(insert, connections, OURS),
                        rows(insert, connections, PLAIN),
                        rows(insert, connections, BATCH),
                        rows(insert, connections, REWRITTEN),
                        rows(insert, connections, WITH_EVENTS),
                        results.ratio(insert.operation(), connections, OURS, WITH_EVENTS),
                        results.ratio(insert.operation(), connections, PLAIN, BATCH),
                        results.ratio(insert.operation(), connections, OURS, BATCH),
                        latency(insert.operation(), connections, OURS),
                        latency(insert.operation(), connections, BATCH),
                        cpu(insert.operation(), connections, OURS, insert.rows()),
                        cpu(insert.operation(), connections, BATCH, insert.rows()));
            }
        }
        line("");
    }

    private double rows(Insert insert, int connections, String program) {
        return insert.rows() * results.median(insert.operation(), connections, program, Measurement::perSecond);
    }

    private boolean measured(String operation, int connections) {
        return !Double.isNaN(results.median(operation, connections, OURS, Measurement::perSecond));
    }

    private void row(String title, String shape, int connections) {
        line(
                "| %s | %d | %s | %s | %s | %.2f | %s | %s | %s | %s | %s | %s |",
                title,
                connections,
                rate(shape, connections, OURS),
                rate(shape, connections, TYPED),
                rate(shape, connections, JSON),
                results.ratio(shape, connections, OURS, TYPED),
                latency(shape, connections, OURS),
                latency(shape, connections, TYPED),
                latency(shape, connections, JSON),
                cpu(shape, connections, OURS, 1),
                cpu(shape, connections, TYPED, 1),
                cpu(shape, connections, JSON, 1));
    }

    private String rate(String operation, int connections, String program) {
        return format("%,.0f", results.median(operation, connections, program, Measurement::perSecond));
    }

    private String latency(String operation, int connections, String program) {
        return format("%.1f", results.median(operation, connections, program, Measurement::p99Micros) / 1e3);
    }

    private String cpu(String operation, int connections, String program, int rows) {
        double database = results.median(operation, connections, program, Measurement::databaseCpuMicros);
        return format(
                database < 0 ? "%.0f + ?" : "%.0f + %.0f",
                results.median(operation, connections, program, Measurement::programCpuMicros) / rows,
                database / rows);
    }

    private void startup(Startup startup) {
        line("| the server itself | |");
        line("|---|--:|");
        line("| start to ready | %.0f ms |", startup.readyMillis());
        line("| resident memory, idle | %d MiB |", startup.idleBytes() / MEBI);
        line("| `introspect` of %,d tables | %.0f ms |", startup.tables(), startup.introspectMillis());
        line("| `compile` of %,d tables | %.0f ms |", startup.tables(), startup.compileMillis());
        line("| start to ready with %,d tables | %.0f ms |", startup.tables(), startup.largeReadyMillis());
        line("| resident memory, idle, with %,d tables | %d MiB |", startup.tables(), startup.largeIdleBytes() / MEBI);
        line("");
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
