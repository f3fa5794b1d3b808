package io.fraiseql.bench.report;

import io.fraiseql.spi.Nullable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that one run of the benchmark found. */
public record Results(Environment environment, @Nullable Startup startup, List<Measurement> measurements) {

    public Results {
        measurements = List.copyOf(measurements);
    }

    /** The median of a figure over the rounds; NaN when there were none. */
    public double median(String operation, int connections, String program, ToDoubleFunction<Measurement> figure) {
        return median(
                measured(operation, connections, program).mapToDouble(figure).toArray());
    }

    /** The median of the ratios of each round between what two programs did in it, so that a machine whose speed changes counts less. */
    public double ratio(String operation, int connections, String program, String other) {
        double[] ours = rates(operation, connections, program);
        double[] theirs = rates(operation, connections, other);
        return median(IntStream.range(0, Math.min(ours.length, theirs.length))
                .mapToDouble(round -> ours[round] / theirs[round])
                .toArray());
    }

    /** By round. */
    private double[] rates(String operation, int connections, String program) {
        return measured(operation, connections, program)
                .sorted(Comparator.comparingInt(Measurement::round))
                .mapToDouble(Measurement::perSecond)
                .toArray();
    }

    private Stream<Measurement> measured(String operation, int connections, String program) {
        return measurements.stream()
                .filter(m -> m.operation().equals(operation)
                        && m.connections() == connections
                        && m.program().equals(program));
    }

    /** The middle value, or the mean of the two in the middle. */
    public static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The middle value, or the mean of the two in the middle. */
    public static double median(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The value that a share of all is not above. */
    public static double percentile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
