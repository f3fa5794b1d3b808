package io.fraiseql.core.job;

import io.fraiseql.core.event.Cells;
import io.fraiseql.core.event.EventStore;
import io.fraiseql.core.event.Nodes;
import io.fraiseql.core.event.Prepared;
import io.fraiseql.core.job.FairTurns.Line;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobEnd;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import io.fraiseql.spi.job.QueuedJob.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The queue in the table {@code fraiseql_job}. Thread-safe. */
public final class DatabaseJobs implements JobQueue {

    private static final int TRIES = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** Between looks for jobs whose turn nobody told them of, because those before them were taken away by hand. */
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(10);

    private static final int MOST_PASSED = 1000;

    private final EventStore store;
    private final JobStatements sql;
    private final Lanes lanes;
    private final Clock clock;
    private @Nullable FairTurns turns;
    private Instant looked = Instant.EPOCH;
    private Instant swept = Instant.EPOCH;

    public DatabaseJobs(EventStore store, Clock clock) {
        this.store = store;
        this.sql = new JobStatements(store.dialect());
        this.lanes = new Lanes(sql);
        this.clock = clock;
    }

    @Override
    public void add(List<Job> jobs, long settled) {
        transaction(session -> add(session, jobs));
    }

    /** Adds jobs in a transaction, those that are not there yet. */
    public synchronized void add(WriteSession session, List<Job> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        FairTurns fair = turns(session);
        Set<String> there = JobStatements.texts(
                session, sql.known, jobs.stream().map(Job::id).toList());
        Map<Line, Long> over = new HashMap<>();
        Instant now = clock.instant();
        List<List<Object>> rows = new ArrayList<>();
        for (Job job : jobs) {
            if (there.add(job.id())) {
                Line line = new Line(job.type(), job.priority());
                long served = over.computeIfAbsent(line, key -> served(session, key, fair));
                long turn = fair.next(line, job.organisation(), served);
                rows.add(JobRow.added(job, turn, now).values());
            }
        }
        JobStatements.write(session, sql.insert, rows);
    }

    /** Reads anew whose turn it is, after other processes may have added jobs. */
    public synchronized void forget() {
        turns = null;
    }

    private FairTurns turns(ReadSession session) {
        FairTurns known = turns;
        if (known == null) {
            known = new FairTurns();
            try (RowCursor row = sql.lastTurns.query(session)) {
                while (row.next()) {
                    Line line = new Line(Cells.text(row, 0), (int) row.getLong(1));
                    known.last(line, Cells.text(row, 2), row.getLong(3));
                }
            }
            turns = known;
        }
        return known;
    }

    private long served(ReadSession session, Line line, FairTurns fair) {
        try (RowCursor row = sql.serving.query(session, State.PENDING.name(), line.type(), (long) line.priority())) {
            return row.next() ? row.getLong(0) - 1 : fair.last(line);
        }
    }

    @Override
    public List<ClaimedJob> claim(String type, int most, String worker, Duration visibility) {
        wakeDue();
        boolean any = store.read(session -> exists(session, sql.any, State.PENDING.name(), type));
        return any ? claimAny(type, most, worker, visibility) : List.of();
    }

    /** Those that come behind others of their lane are set aside, so that no later claim passes them again. */
    private List<ClaimedJob> claimAny(String type, int most, String worker, Duration visibility) {
        return inTransaction(session -> {
            Instant until = clock.instant().plus(visibility);
            List<ClaimedJob> claims = new ArrayList<>();
            int asked;
            int found;
            int passed = 0;
            do {
                asked = Math.min(MOST_PASSED, Math.max(most - claims.size(), passed));
                List<JobRow> pending = rows(session, sql.claimable, State.PENDING.name(), type, (long) asked);
                found = pending.size();
                Set<String> behind = lanes.behind(session, pending);
                passed += behind.size();
                lanes.setAside(session, behind);
                List<List<Object>> rows = new ArrayList<>();
                for (JobRow row : pending) {
                    if (claims.size() < most && !behind.contains(row.job().id())) {
                        JobRow claimed = row.claimed(worker, until);
                        claims.add(new ClaimedJob(claimed.job(), claimed.token(), row.worker()));
                        rows.add(claimed.values().subList(0, JobStatements.CLAIMING));
                    }
                }
                JobStatements.write(session, sql.claimed, rows);
            } while (claims.size() < most && found == asked);
            return claims;
        });
    }

    /** Lets those be claimed whose time has come, and those whose worker has not been heard of for too long. */
    private void wakeDue() {
        Instant now = clock.instant();
        synchronized (this) {
            if (now.isBefore(looked.plus(BETWEEN_LOOKS)) && !now.isBefore(looked)) {
                return;
            }
            looked = now;
        }
        if (!now.isBefore(swept.plus(BETWEEN_SWEEPS))) {
            swept = now;
            transaction(lanes::sweep);
        }
        for (State state : List.of(State.DELAYED, State.RUNNING)) {
            if (store.read(session -> exists(session, sql.due, state.name(), JobRow.time(now)))) {
                transaction(session -> sql.wake.update(session, State.PENDING.name(), state.name(), JobRow.time(now)));
            }
        }
    }

    private static boolean exists(ReadSession session, Prepared statement, Object... values) {
        try (RowCursor row = statement.query(session, values)) {
            return row.next();
        }
    }

    @Override
    public Set<String> extend(List<ClaimedJob> claims, Duration visibility) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        return inTransaction(session -> {
            Object[] keys = Nodes.values(keys(claims));
            int extended = sql.extend.update(
                    session,
                    keys[0],
                    keys[1],
                    keys[2],
                    JobRow.time(clock.instant().plus(visibility)),
                    State.RUNNING.name());
            return extended == claims.size()
                    ? Set.of()
                    : lost(claims, held(session, claims).keySet());
        });
    }

    private static List<List<Object>> keys(List<ClaimedJob> claims) {
        return claims.stream()
                .map(claim -> List.<Object>of(claim.job().id(), claim.token()))
                .toList();
    }

    private static Set<String> lost(List<ClaimedJob> claims, Set<String> held) {
        Set<String> lost = new HashSet<>();
        claims.forEach(claim -> lost.add(claim.job().id()));
        lost.removeAll(held);
        return lost;
    }

    @Override
    public Set<String> end(List<JobEnd> ends) {
        if (ends.isEmpty()) {
            return Set.of();
        }
        List<ClaimedJob> claims = ends.stream().map(JobEnd::claim).toList();
        if (ends.stream()
                        .allMatch(end ->
                                end.next() == null && end.claim().job().lane().isEmpty())
                && removed(claims)) {
            return Set.of();
        }
        return inTransaction(session -> {
            Map<String, Long> held = held(session, claims);
            replace(session, ends, held);
            return lost(claims, held.keySet());
        });
    }

    /** Takes jobs away if all of them are still claimed so; otherwise it is to be looked at which are. */
    private boolean removed(List<ClaimedJob> claims) {
        try {
            return store.writeIf(session -> sql.remove.update(session, Nodes.values(keys(claims))) == claims.size());
        } catch (FraiseqlException e) {
            if (e.code() != DatabaseErrorCode.CONFLICT) {
                throw e;
            }
            return false;
        }
    }

    private void replace(WriteSession session, List<JobEnd> ends, Map<String, Long> held) {
        Instant now = clock.instant();
        List<ClaimedJob> gone = new ArrayList<>();
        List<List<Object>> again = new ArrayList<>();
        List<List<Object>> following = new ArrayList<>();
        for (JobEnd end : ends) {
            ClaimedJob claim = end.claim();
            Job next = end.next();
            Long turn = held.get(claim.job().id());
            if (turn == null) {
                continue;
            }
            if (next != null && next.id().equals(claim.job().id())) {
                again.add(
                        JobRow.waiting(next, turn, claim.token(), now).values().subList(0, JobStatements.CHANGING));
                continue;
            }
            gone.add(claim);
            if (next != null) {
                following.add(JobRow.added(next, turn, now).values());
            }
        }
        JobStatements.write(session, sql.remove, keys(gone));
        JobStatements.write(session, sql.again, again);
        JobStatements.write(session, sql.insert, following);
        lanes.callNext(session, gone);
    }

    /** The turns of jobs that are still claimed so. */
    private Map<String, Long> held(WriteSession session, List<ClaimedJob> claims) {
        Map<String, Long> held = new HashMap<>();
        try (RowCursor row = sql.held.query(session, Nodes.values(keys(claims)))) {
            while (row.next()) {
                held.put(Cells.text(row, 0), row.getLong(1));
            }
        }
        return held;
    }

    /** The last position of each of these lanes that has jobs. */
    public Map<String, Long> lastPositions(Collection<String> lanes) {
        Map<String, Long> positions = new HashMap<>();
        if (lanes.isEmpty()) {
            return positions;
        }
        return store.read(session -> {
            try (RowCursor row = sql.lastOfLanes.query(session, List.copyOf(lanes))) {
                while (row.next()) {
                    positions.put(Cells.text(row, 0), row.getLong(1));
                }
            }
            return positions;
        });
    }

    @Override
    public JobFigures figures() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        store.read(session -> {
            try (RowCursor row = sql.count.query(session)) {
                while (row.next()) {
                    counts.merge(JobRow.shown(Cells.text(row, 0)), row.getLong(1), Long::sum);
                }
            }
            return counts;
        });
        return new JobFigures(
                counts.getOrDefault(State.PENDING, 0L),
                counts.getOrDefault(State.DELAYED, 0L),
                counts.getOrDefault(State.RUNNING, 0L));
    }

    @Override
    public List<QueuedJob> browse(State state, @Nullable String rule, int most) {
        List<String> states = state == State.PENDING ? List.of(state.name(), JobRow.BEHIND) : List.of(state.name());
        List<JobRow> rows = store.read(session -> rule == null
                ? rows(session, sql.browse, states, (long) most)
                : rows(session, sql.browseRule, states, rule, (long) most));
        return rows.stream().map(DatabaseJobs::queued).toList();
    }

    @Override
    public @Nullable QueuedJob find(String id) {
        List<JobRow> rows = store.read(session -> rows(session, sql.one, id));
        return rows.isEmpty() ? null : queued(rows.get(0));
    }

    private static QueuedJob queued(JobRow row) {
        return new QueuedJob(row.job(), row.shown(), row.worker());
    }

    @Override
    public String ping() {
        figures();
        return "fraiseql_job";
    }

    /** The database is its opener's. */
    @Override
    public void close() {}

    private static List<JobRow> rows(ReadSession session, Prepared statement, Object... values) {
        List<JobRow> rows = new ArrayList<>();
        try (RowCursor row = statement.query(session, values)) {
            while (row.next()) {
                rows.add(JobRow.read(row));
            }
        }
        return rows;
    }

    private void transaction(Consumer<WriteSession> body) {
        inTransaction(session -> {
            body.accept(session);
            return Set.<String>of();
        });
    }

    /** Begins again when another transaction stood in the way. */
    private <T> T inTransaction(Function<WriteSession, T> body) {
        for (int tries = 1; ; tries++) {
            try {
                List<T> result = new ArrayList<>(1);
                store.write(session -> result.add(body.apply(session)));
                return result.get(0);
            } catch (FraiseqlException e) {
                if (e.code() != DatabaseErrorCode.CONFLICT || tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
