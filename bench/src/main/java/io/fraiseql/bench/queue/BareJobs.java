package io.fraiseql.bench.queue;

import java.util.concurrent.CompletableFuture;

/** The bare program: one thread that adds jobs to a queue and one that takes them, in batches as large as the server's. */
public final class BareJobs {

    /** As many as the server claims at once of what takes no time. */
    private static final int BATCH = 500;

    private static final String EVENT =
            "{\"id\":\"%1$d\",\"entity\":\"Note\",\"type\":\"INSERT\",\"data\":{\"id\":%1$d,\"title\":\"title %1$d\"},\"rest\":\""
                    + "x".repeat(200) + "\"}";

    private BareJobs() {}

    /** How many jobs a second go through. */
    public static double perSecond(BareQueue queue, int jobs) {
        long start = System.nanoTime();
        CompletableFuture<Void> adding = CompletableFuture.runAsync(() -> {
            for (int first = 0; first < jobs; first += BATCH) {
                queue.add(first, Math.min(BATCH, jobs - first));
            }
        });
        int taken = 0;
        while (taken < jobs && !adding.isCompletedExceptionally()) {
            taken += queue.take(BATCH);
        }
        adding.join();
        return jobs * 1e9 / (System.nanoTime() - start);
    }

    /** What a job is about, about as long as the server's. */
    static String event(int number) {
        return EVENT.formatted(number);
    }
}
