package io.fraiseql.bench.micro;

import io.fraiseql.core.json.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing single values into the answer's buffer, in nanoseconds each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonBenchmark {

    private static final int VALUES = 1000;
    private static final long MICROS = 1_700_000_000_000_001L;

    private final byte[] plain = "a title of some forty letters and digits".getBytes(StandardCharsets.US_ASCII);
    private final byte[] escaped = "a \"title\" with\nlines, \\ and a tab\t in it".getBytes(StandardCharsets.US_ASCII);
    private final byte[] accents = "un café naïf, überall, 漢字 and 😀 beside".getBytes(StandardCharsets.UTF_8);
    private final byte[] decimal = "1234567.89".getBytes(StandardCharsets.US_ASCII);
    private final Utf8Buffer out = new Utf8Buffer(1 << 20);

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int plainText() {
        return text(plain);
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int textToEscape() {
        return text(escaped);
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int textBeyondAscii() {
        return text(accents);
    }

    private int text(byte[] value) {
        out.clear();
        for (int i = 0; i < VALUES; i++) {
            out.string(value, 0, value.length);
        }
        return out.length();
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int decimal() {
        out.clear();
        for (int i = 0; i < VALUES; i++) {
            out.quotedAscii(decimal, 0, decimal.length);
        }
        return out.length();
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int dateTime() {
        out.clear();
        for (int i = 0; i < VALUES; i++) {
            out.dateTime(MICROS + i * 1_000_000_007L);
        }
        return out.length();
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int integer() {
        out.clear();
        for (int i = 0; i < VALUES; i++) {
            out.number(i * 1_000_003L);
        }
        return out.length();
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int floatingPoint() {
        out.clear();
        for (int i = 1; i <= VALUES; i++) {
            out.number(1.0 / i);
        }
        return out.length();
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int uuid() {
        out.clear();
        for (int i = 0; i < VALUES; i++) {
            out.uuid(MICROS * i, ~MICROS * i);
        }
        return out.length();
    }
}
