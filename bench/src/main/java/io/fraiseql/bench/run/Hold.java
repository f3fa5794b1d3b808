package io.fraiseql.bench.run;

import java.nio.file.Path;

public final class Hold {
    public static void main(String[] a) throws Exception {
        long t = System.nanoTime();
        try (BenchPostgres p = BenchPostgres.open(Path.of(a[0]))) {
            System.out.println((System.nanoTime() - t) / 1_000_000 + " ms start");
            t = System.nanoTime();
            System.out.println(p.filled() + " " + (System.nanoTime() - t) / 1_000_000 + " ms pid " + p.processId() + " "
                    + p.version());
            System.in.read();
        }
    }
}
