package io.fraiseql.plugin.redis.queue;

import io.fraiseql.spi.job.Job;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Jobs as scripts take and keep them: the values that they look at, and all of it as one text. Times are microseconds since 1970. */
final class JobText {

    private JobText() {}

    /** Adds the values of a job in the order in which scripts expect them. */
    static void write(Job job, List<String> out) {
        out.add(job.id());
        out.add(job.type());
        out.add(job.rule());
        out.add(job.organisation());
        out.add(Integer.toString(job.priority()));
        out.add(job.lane());
        out.add(Long.toString(job.position()));
        out.add(time(job.runAt()));
        out.add(Integer.toString(job.attempt()));
        out.add(pack(job));
    }

    private static String pack(Job job) {
        PackedText.Writer out = new PackedText.Writer(job.event().length() + 256);
        return out.add(job.id())
                .add(job.type())
                .add(job.rule())
                .add(Integer.toString(job.action()))
                .add(job.organisation())
                .add(Integer.toString(job.priority()))
                .add(job.lane())
                .add(Long.toString(job.position()))
                .add(time(job.runAt()))
                .add(Integer.toString(job.attempt()))
                .add(job.history())
                .add(job.event())
                .toString();
    }

    /** The job that is one text. */
    static Job read(String packed) {
        PackedText.Reader in = new PackedText.Reader(packed);
        return new Job(
                in.next(),
                in.next(),
                in.next(),
                Integer.parseInt(in.next()),
                in.next(),
                Integer.parseInt(in.next()),
                in.next(),
                Long.parseLong(in.next()),
                instant(Long.parseLong(in.next())),
                Integer.parseInt(in.next()),
                in.next(),
                in.next());
    }

    static String time(Instant instant) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
