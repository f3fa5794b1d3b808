package io.fraiseql.distribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.util.List;

/**
 * Where a test of whole processes runs. What it shows is much the same on each database, whose SQL the tests of the engine run everywhere, so
 * that the check runs it on some of them and {@code scripts/check --full} on all.
 */
public final class Matrix {

    private static final boolean FULL = Boolean.getBoolean("fraiseql.matrix.full");

    private Matrix() {}

    /** Whether this is the full check. */
    public static boolean isFull() {
        return FULL;
    }

    /** Counts the test as not run where it belongs to the full check alone. */
    static void assumeRuns(TestDatabase database, TestDatabase... inEveryCheck) {
        boolean always =
                database == TestDatabase.SQLSERVER || List.of(inEveryCheck).contains(database);
        assumeTrue(FULL || always, () -> database + ": this test of processes runs on it in scripts/check --full");
    }
}
