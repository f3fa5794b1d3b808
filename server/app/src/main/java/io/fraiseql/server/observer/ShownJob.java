package io.fraiseql.server.observer;

import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.spi.job.Job;
import io.fraiseql.spi.job.JobFigures;
import io.fraiseql.spi.job.QueuedJob;
import io.fraiseql.spi.job.QueuedJob.State;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A job as operators see it.
 *
 * @param queue where it is
 */
public record ShownJob(String queue, QueuedJob queued) {

    /** The words for the states. */
    public static final List<String> STATES =
            Arrays.stream(State.values()).map(ShownJob::word).toList();

    private static final JobFigures NONE = new JobFigures(0, 0, 0);

    /** How many there are of each state and of all, of all queues together and of each. */
    public static Map<String, ?> counts(Map<String, JobFigures> figures) {
        Map<String, Object> counts =
                new LinkedHashMap<>(counts(figures.values().stream().reduce(NONE, JobFigures::plus)));
        Map<String, Map<String, Long>> queues = new LinkedHashMap<>();
        figures.forEach((name, each) -> queues.put(name, counts(each)));
        counts.put("queues", queues);
        return counts;
    }

    private static Map<String, Long> counts(JobFigures figures) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(word(State.PENDING), figures.pending());
        counts.put(word(State.DELAYED), figures.delayed());
        counts.put(word(State.RUNNING), figures.running());
        counts.put("all", figures.all());
        return counts;
    }

    static String word(State state) {
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
        values.put("queue", queue);
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
