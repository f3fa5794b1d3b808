package io.fraiseql.plugin.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import io.fraiseql.spi.job.QueuedJob.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link JobQueue}. A queue's test extends it and says how to open an empty queue on the real thing. */
public abstract class BaseJobQueueTest {

    /** How long claims last. */
    protected static final Duration VISIBILITY = Duration.ofSeconds(30);

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int MANY = 1_000;

    /** The queue's time. */
    protected final TestingClock clock = new TestingClock();

    private final TestingJobs plain = new TestingJobs(clock.instant());
    private JobQueue queue;

    /** Opens the queue of this test: the same at each call of one test, and empty at the first. */
    protected abstract JobQueue open(Clock time, boolean empty);

    /** Whether a job is recognised that was added before and is done by now. A queue in the transaction of the log need not. */
    protected abstract boolean remembers();

    @BeforeEach
    void openEmpty() {
        queue = open(clock, true);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private List<ClaimedJob> claim(int most) {
        return queue.claim("call", most, "w1", VISIBILITY);
    }

    private ClaimedJob claimOne() {
        List<ClaimedJob> claims = claim(1);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private static List<String> ids(List<ClaimedJob> claims) {
        return claims.stream().map(claim -> claim.job().id()).toList();
    }

    private static JobEnd done(ClaimedJob claim) {
        return new JobEnd(claim, null);
    }

    @Test
    void givesAJobBackAsItWasAdded() {
        Job job = plain.of("ö").priority(3).job(7);
        queue.add(List.of(job), 0);
        ClaimedJob claim = claimOne();
        assertThat(claim.job()).isEqualTo(job.later(clock.instant().plus(VISIBILITY), 1, "[]"));
        assertThat(claim.lost()).isEmpty();
        assertThat(queue.end(List.of(done(claim)))).isEmpty();
        assertThat(queue.figures()).isEqualTo(new JobFigures(0, 0, 0));
    }

    @Test
    void servesTheSmallerPriorityFirstAndThenWhatWasAddedFirst() {
        queue.add(plain.jobs(1, 2), 0);
        queue.add(plain.priority(5).jobs(3, 4), 0);
        queue.add(plain.jobs(5, 5), 0);
        assertThat(ids(claim(4))).containsExactly("call..3", "call..4", "call..1", "call..2");
        assertThat(ids(claim(4))).containsExactly("call..5");
    }

    @Test
    void keepsTypesApart() {
        queue.add(List.of(plain.job(1), plain.type("other").job(2)), 0);
        assertThat(ids(queue.claim("other", 9, "w1", VISIBILITY))).containsExactly("other..2");
        assertThat(ids(claim(9))).containsExactly("call..1");
    }

    @Test
    void holdsAnIdOnce() {
        queue.add(plain.jobs(1, 2), 0);
        ClaimedJob claim = claimOne();
        queue.add(plain.jobs(1, 3), 0);
        assertThat(ids(claim(9))).containsExactly("call..2", "call..3");
        queue.end(List.of(done(claim)));
        queue.add(plain.jobs(1, 1), 0);
        assertThat(claim(9)).hasSize(remembers() ? 0 : 1);
        queue.add(plain.jobs(1, 1), 1);
        assertThat(claim(9)).hasSize(remembers() ? 1 : 0);
    }

    @Test
    void aClaimedJobComesBackWhenItsWorkerIsSilent() {
        queue.add(plain.jobs(1, 1), 0);
        ClaimedJob first = claimOne();
        clock.pass(VISIBILITY.minus(MOMENT));
        assertThat(claim(9)).isEmpty();
        clock.pass(MOMENT);
        ClaimedJob second = queue.claim("call", 9, "w2", VISIBILITY).get(0);
        assertThat(second.lost()).isEqualTo("w1");
        assertThat(second.job().attempt()).isEqualTo(2);
        assertThat(queue.end(List.of(done(first)))).containsExactly("call..1");
        assertThat(queue.extend(List.of(first), VISIBILITY)).containsExactly("call..1");
        assertThat(queue.end(List.of(done(second)))).isEmpty();
        assertThat(queue.end(List.of(done(second)))).containsExactly("call..1");
    }

    @Test
    void aClaimIsNotOneOfALaterJobOfTheSameId() {
        queue.add(plain.jobs(1, 1), 0);
        ClaimedJob former = claimOne();
        assertThat(queue.end(List.of(done(former)))).isEmpty();
        clock.pass(MOMENT);
        queue.add(plain.jobs(1, 1), 1);
        ClaimedJob later = claimOne();
        assertThat(queue.end(List.of(done(former)))).containsExactly("call..1");
        assertThat(queue.extend(List.of(former), VISIBILITY)).containsExactly("call..1");
        assertThat(queue.end(List.of(done(later)))).isEmpty();
    }

    @Test
    void aClaimLastsAsLongAsItIsExtended() {
        queue.add(plain.jobs(1, 1), 0);
        ClaimedJob claim = claimOne();
        clock.pass(VISIBILITY.minus(MOMENT));
        assertThat(queue.extend(List.of(claim), VISIBILITY)).isEmpty();
        clock.pass(VISIBILITY.minus(MOMENT));
        assertThat(claim(9)).isEmpty();
        clock.pass(MOMENT);
        assertThat(claim(9)).hasSize(1);
    }

    @Test
    void aClaimThatIsOverCountsUntilSomebodyElseHasTheJob() {
        queue.add(plain.jobs(1, 2), 0);
        List<ClaimedJob> claims = claim(2);
        clock.pass(VISIBILITY.multipliedBy(2));
        assertThat(queue.claim("other", 1, "w2", VISIBILITY)).isEmpty();
        assertThat(queue.extend(claims.subList(0, 1), VISIBILITY)).isEmpty();
        assertThat(queue.end(List.of(done(claims.get(1))))).isEmpty();
        assertThat(claim(9)).isEmpty();
        assertThat(queue.figures()).isEqualTo(new JobFigures(0, 0, 1));
    }

    @Test
    void whatWaitsForItsTimeHoldsNothingBack() {
        queue.add(plain.at(clock.instant().plusSeconds(60)).jobs(1, 3), 0);
        queue.add(plain.jobs(4, 4), 0);
        assertThat(ids(claim(9))).containsExactly("call..4");
        assertThat(queue.figures()).isEqualTo(new JobFigures(0, 3, 1));
        clock.pass(Duration.ofSeconds(59));
        assertThat(ids(claim(9))).doesNotContain("call..1");
        clock.pass(MOMENT);
        assertThat(ids(claim(9))).contains("call..1", "call..2", "call..3");
    }

    @Test
    void aFailedJobWaitsWithItsHistory() {
        queue.add(plain.jobs(1, 1), 0);
        ClaimedJob claim = claimOne();
        Job again = claim.job().later(clock.instant().plusSeconds(5), 1, "[{\"error\":\"no\"}]");
        assertThat(queue.end(List.of(new JobEnd(claim, again)))).isEmpty();
        assertThat(claim(9)).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        ClaimedJob second = claimOne();
        assertThat(second.lost()).isEmpty();
        assertThat(second.job().attempt()).isEqualTo(2);
        assertThat(second.job().history()).isEqualTo(again.history());
    }

    @Test
    void anotherJobTakesThePlaceOfOneThatIsDone() {
        queue.add(plain.jobs(1, 1), 0);
        ClaimedJob former = claimOne();
        clock.pass(VISIBILITY);
        ClaimedJob claim = claimOne();
        queue.end(List.of(new JobEnd(former, plain.type("former").job(1))));
        queue.end(List.of(new JobEnd(claim, plain.type("next").job(1))));
        assertThat(queue.claim("former", 9, "w1", VISIBILITY)).isEmpty();
        assertThat(ids(queue.claim("next", 9, "w1", VISIBILITY))).containsExactly("next..1");
    }

    @Test
    void organisationsTakeTurns() {
        queue.add(plain.of("noisy").jobs(1, MANY), 0);
        queue.end(claim(MANY / 2).stream().map(BaseJobQueueTest::done).toList());
        queue.add(plain.of("quiet").jobs(MANY + 1, MANY + 10), 0);
        List<String> served = ids(claim(21));
        assertThat(served).filteredOn(id -> id.startsWith("call.quiet.")).hasSize(10);
        queue.add(plain.of("late").jobs(MANY + 11, MANY + 11), 0);
        assertThat(ids(claim(2))).contains("call.late." + (MANY + 11));
    }

    @Test
    void aNoisyOrganisationAtMostDoublesTheWaitOfOthers() {
        queue.add(plain.of("noisy").jobs(1, MANY), 0);
        for (int i = 1; i <= 40; i++) {
            String quiet = "quiet" + i % 3;
            queue.add(plain.of(quiet).jobs(MANY + i, MANY + i), 0);
            assertThat(ids(claim(2)))
                    .as("the first two to be served, of which it is the first alone without the noise")
                    .contains("call." + quiet + "." + (MANY + i));
        }
    }

    @Test
    void aLaneIsServedInItsOrder() {
        queue.add(
                List.of(
                        plain.lane("a").job(1),
                        plain.lane("b").job(2),
                        plain.lane("a").job(3),
                        plain.job(4)),
                0);
        List<ClaimedJob> claims = claim(9);
        assertThat(ids(claims)).containsExactlyInAnyOrder("call..1", "call..2", "call..4");
        ClaimedJob first = claims.stream()
                .filter(claim -> claim.job().position() == 1)
                .findFirst()
                .orElseThrow();
        queue.end(List.of(new JobEnd(first, first.job().later(clock.instant().plusSeconds(5), 1, "[]"))));
        assertThat(claim(9)).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        List<ClaimedJob> again = claim(9);
        assertThat(ids(again)).containsExactly("call..1");
        queue.add(List.of(plain.lane("a").job(5)), 0);
        queue.end(List.of(done(again.get(0))));
        List<ClaimedJob> third = claim(9);
        assertThat(ids(third)).containsExactly("call..3");
        queue.end(List.of(done(third.get(0))));
        assertThat(ids(claim(9))).containsExactly("call..5");
    }

    @Test
    void nobodyIsGivenWhatAnotherHas() throws ExecutionException, InterruptedException, TimeoutException {
        queue.add(plain.jobs(1, MANY), 0);
        assertThat(drained(50)).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void manyServeALaneInItsOrder() throws ExecutionException, InterruptedException, TimeoutException {
        for (int i = 1; i <= MANY; i++) {
            queue.add(List.of(plain.lane("lane " + i % 3).job(i)), 0);
        }
        List<ClaimedJob> done = drained(5);
        assertThat(done).hasSize(MANY);
        for (int lane = 0; lane < 3; lane++) {
            String name = "lane " + lane;
            assertThat(done.stream()
                            .map(ClaimedJob::job)
                            .filter(job -> job.lane().equals(name))
                            .map(Job::position))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    /** What four workers did that claim so many at most, in the order in which it was done. */
    private List<ClaimedJob> drained(int most) throws ExecutionException, InterruptedException, TimeoutException {
        List<ClaimedJob> all = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                futures.add(threads.submit(() -> drain(most, all)));
            }
            for (Future<?> future : futures) {
                future.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(queue.figures().all()).isZero();
        return all;
    }

    private void drain(int most, List<ClaimedJob> all) {
        try (JobQueue own = open(clock, false)) {
            while (own.figures().all() > 0) {
                List<ClaimedJob> claims = own.claim("call", most, "w", VISIBILITY);
                all.addAll(claims);
                own.end(claims.stream().map(BaseJobQueueTest::done).toList());
            }
        }
    }

    @Test
    void showsWhatThereIs() {
        queue.add(plain.jobs(1, 2), 0);
        queue.add(plain.at(clock.instant().plusSeconds(60)).jobs(3, 3), 0);
        claimOne();
        assertThat(queue.browse(State.RUNNING, null, 9)).singleElement().satisfies(job -> {
            assertThat(job.worker()).isEqualTo("w1");
            assertThat(job.job().id()).isEqualTo("call..1");
        });
        assertThat(queue.browse(State.PENDING, null, 9))
                .containsExactly(new QueuedJob(plain.job(2), State.PENDING, ""));
        assertThat(queue.browse(State.DELAYED, null, 9)).hasSize(1);
        assertThat(queue.find("call..2")).isEqualTo(new QueuedJob(plain.job(2), State.PENDING, ""));
        assertThat(queue.find("call..9")).isNull();
        assertThat(queue.browse(State.DELAYED, null, 0)).isEmpty();
        assertThat(queue.figures()).isEqualTo(new JobFigures(1, 1, 1));
        assertThat(queue.ping()).isNotEmpty();
    }

    @Test
    void showsTheJobsOfOneRule() {
        queue.add(plain.jobs(1, 5), 0);
        queue.add(plain.rule("other").jobs(6, 8), 0);
        queue.claim("call", 7, "w1", VISIBILITY);
        for (State state : List.of(State.RUNNING, State.PENDING)) {
            assertThat(queue.browse(state, "other", 9))
                    .hasSize(state == State.RUNNING ? 2 : 1)
                    .allSatisfy(job -> assertThat(job.job().rule()).isEqualTo("other"));
            assertThat(queue.browse(state, "other", 1)).hasSize(1);
            assertThat(queue.browse(state, "nobody", 9)).isEmpty();
        }
    }
}
