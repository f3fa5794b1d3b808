package io.fraiseql.plugin.redis.queue;

import io.fraiseql.spi.job.Job;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Jobs as the values that scripts take and give. Times are microseconds since 1970. */
final class JobText {

    private JobText() {}

    static void write(Job job, List<String> out) {
        out.addAll(List.of(
                job.id(),
                job.type(),
                job.rule(),
                Integer.toString(job.action()),
                job.organisation(),
                Integer.toString(job.priority()),
                job.lane(),
                Long.toString(job.position()),
                time(job.runAt()),
                Integer.toString(job.attempt()),
                job.history(),
                job.event()));
    }

    /** @param first where the values of the job begin */
    static Job read(List<?> values, int first) {
        int at = first;
        String id = text(values, at++);
        return new Job(
                id,
                text(values, at++),
                text(values, at++),
                Integer.parseInt(text(values, at++)),
                text(values, at++),
                Integer.parseInt(text(values, at++)),
                text(values, at++),
                Long.parseLong(text(values, at++)),
                Instant.EPOCH.plus(Long.parseLong(text(values, at++)), ChronoUnit.MICROS),
                Integer.parseInt(text(values, at++)),
                text(values, at++),
                text(values, at));
    }

    static String text(List<?> values, int index) {
        return String.valueOf(values.get(index));
    }

    static String time(Instant instant) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
