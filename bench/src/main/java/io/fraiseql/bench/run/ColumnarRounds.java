package io.fraiseql.bench.run;

import io.fraiseql.bench.report.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Has the ways to read take turns, and writes the table of their medians. */
final class ColumnarRounds {

    private static final double MEBI = 1 << 20;

    private final List<ColumnarReads.Read> reads;
    private final ColumnarReads.Read floor;
    private final long database;
    private final List<List<Figures>> rounds = new ArrayList<>();

    private record Figures(
            double rows,
            double mebibytes,
            double serverMicros,
            double databaseMicros,
            double peakMebibytes,
            double firstMillis,
            double toFloor) {}

    /** @param database the process whose CPU is the database's; -1 when there is none */
    ColumnarRounds(List<ColumnarReads.Read> reads, long database) {
        this.reads = reads;
        this.floor =
                reads.stream().filter(ColumnarReads.Read::floor).findFirst().orElseThrow();
        this.database = database;
    }

    String measure(int count) throws Exception {
        if (count > 1) {
            round();
        }
        for (int i = 0; i < count; i++) {
            rounds.add(round());
        }
        StringBuilder table = new StringBuilder(
                "| | rows/s | : " + floor.name() + " | MiB/s | server CPU µs a row"
                        + " | database CPU µs a row | server MiB, peak | first batch, ms |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
        for (int i = 0; i < reads.size(); i++) {
            table.append(line(i));
        }
        return table.toString();
    }

    /** The floor comes first among those that it is compared with, so that both see the same minute of the machine. */
    private List<Figures> round() throws Exception {
        List<Figures> figures = new ArrayList<>();
        double best = Double.NaN;
        for (ColumnarReads.Read read : reads) {
            Figures found = once(read, best);
            best = read.floor() ? found.rows() : best;
            figures.add(found);
            System.out.printf(
                    Locale.ROOT, "%s: %,.0f rows/s, %.0f MiB%n", read.name(), found.rows(), found.peakMebibytes());
        }
        return figures;
    }

    private Figures once(ColumnarReads.Read read, double best) throws Exception {
        long server = ProcessCpu.micros(read.server());
        long before = ProcessCpu.treeMicros(database);
        long start = System.nanoTime();
        ColumnarReads.Amount amount = read.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double rows = amount.rows();
        return new Figures(
                rows / seconds,
                amount.bytes() / MEBI / seconds,
                (ProcessCpu.micros(read.server()) - server) / rows,
                (ProcessCpu.treeMicros(database) - before) / rows,
                ProcessCpu.peakBytes(read.server()) / MEBI,
                amount.firstMillis(),
                rows / seconds / best);
    }

    private String line(int read) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %s | %.0f | %.2f | %.2f | %.0f | %s |%n",
                reads.get(read).name(),
                median(read, Figures::rows),
                known("%.2f", median(read, Figures::toFloor)),
                median(read, Figures::mebibytes),
                median(read, Figures::serverMicros),
                median(read, Figures::databaseMicros),
                median(read, Figures::peakMebibytes),
                known("%.0f", median(read, Figures::firstMillis)));
    }

    private double median(int read, ToDoubleFunction<Figures> figure) {
        return Results.median(rounds.stream()
                .map(round -> round.get(read))
                .mapToDouble(figure)
                .toArray());
    }

    private static String known(String format, double figure) {
        return Double.isNaN(figure) ? "" : String.format(Locale.ROOT, format, figure);
    }
}
