package io.fraiseql.server.observer;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.QueuedJob;
import io.fraiseql.spi.job.QueuedJob.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A job as operators see it. */
public record ShownJob(QueuedJob queued) {

    /** The words for the states. */
    public static final List<String> STATES =
            Arrays.stream(State.values()).map(ShownJob::word).toList();

    /**
     * Some jobs.
     *
     * @param state one of {@link #STATES}; null for all of them
     * @param rule of which rule; null for all
     * @param most how many of each state at most
     */
    public static List<ShownJob> list(JobQueue queue, @Nullable String state, @Nullable String rule, int most) {
        List<ShownJob> jobs = new ArrayList<>();
        for (State each : State.values()) {
            if (state == null || state.equals(word(each))) {
                queue.browse(each, rule, most).forEach(job -> jobs.add(new ShownJob(job)));
            }
        }
        return jobs;
    }

    /**
     * The one with an id.
     *
     * @throws FraiseqlException {@code NOT_FOUND}
     */
    public static ShownJob find(JobQueue queue, String id) {
        QueuedJob job = queue.find(id);
        if (job == null) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND, "there is no job " + id + "; when it was given up, it is a dead letter");
        }
        return new ShownJob(job);
    }

    /** How many there are of each state, and of all. */
    public static Map<String, Long> counts(JobFigures figures) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(word(State.PENDING), figures.pending());
        counts.put(word(State.DELAYED), figures.delayed());
        counts.put(word(State.RUNNING), figures.running());
        counts.put("all", figures.all());
        return counts;
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** One of {@link #STATES}. */
    public String state() {
        return word(queued.state());
    }

    /** All of it as plain values. */
    public Map<String, ?> values() {
        Job job = queued.job();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", job.id());
        values.put("state", state());
        values.put("rule", job.rule());
        values.put("action", job.action() + 1);
        values.put("type", job.type());
        values.put("organisation", job.organisation());
        values.put("priority", job.priority());
        values.put("attempt", job.attempt());
        values.put("runAt", job.runAt().toString());
        values.put("worker", queued.worker());
        values.put("history", JsonText.parse(job.history(), new Problems()));
        values.put("event", JsonText.parse(job.event(), new Problems()));
        return values;
    }
}
