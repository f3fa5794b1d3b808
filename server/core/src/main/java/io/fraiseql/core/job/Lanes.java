package io.fraiseql.core.job;

import io.fraiseql.core.event.Cells;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.job.ClaimedJob;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.QueuedJob.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Jobs that wait for others of their lane. A claim that comes upon one sets it aside, so that no later claim passes it again, and who takes
 * the last one before it away calls it. Stateless.
 */
final class Lanes {

    private static final int BATCH = 1000;

    private final JobStatements sql;

    Lanes(JobStatements sql) {
        this.sql = sql;
    }

    /**
     * Which jobs have others of their lane before them. Asked when their rows are locked: who takes the one before away has committed that,
     * or finds them when this transaction has set them aside.
     */
    Set<String> behind(ReadSession session, List<JobRow> locked) {
        List<String> ordered = locked.stream()
                .map(JobRow::job)
                .filter(job -> !job.lane().isEmpty())
                .map(Job::id)
                .toList();
        return ordered.isEmpty() ? Set.of() : JobStatements.texts(session, sql.behind, ordered);
    }

    void setAside(WriteSession session, Collection<String> ids) {
        change(session, ids, JobRow.BEHIND);
    }

    /** Lets those be claimed that are first of their lanes, now that these are gone. */
    void callNext(WriteSession session, List<ClaimedJob> gone) {
        Set<String> lanes = new TreeSet<>();
        gone.forEach(claim -> lanes.add(claim.job().lane()));
        lanes.remove("");
        List<String> next = new ArrayList<>();
        for (String lane : lanes) {
            try (RowCursor row = sql.firstOfLane.query(session, lane)) {
                if (row.next()) {
                    String id = Cells.text(row, 0);
                    if (Cells.text(row, 1).equals(JobRow.BEHIND)) {
                        next.add(id);
                    }
                }
            }
        }
        change(session, next, State.PENDING.name());
    }

    /** The same for those whom nobody called, because the ones before them were taken away by hand. */
    void sweep(WriteSession session) {
        change(session, JobStatements.texts(session, sql.firsts, JobRow.BEHIND, (long) BATCH), State.PENDING.name());
    }

    private void change(WriteSession session, Collection<String> ids, String state) {
        JobStatements.write(
                session,
                sql.states,
                ids.stream().map(id -> List.<Object>of(id, state)).toList());
    }
}
