package io.fraiseql.spi.job;

/**
 * How many jobs there are: data, made by a queue.
 *
 * @param pending that may be claimed
 * @param delayed that wait for their time
 * @param running that workers have
 */
public record JobFigures(long pending, long delayed, long running) {

    /** All of them. */
    public long all() {
        return pending + delayed + running;
    }

    /** Those of two queues. */
    public JobFigures plus(JobFigures other) {
        return new JobFigures(pending + other.pending, delayed + other.delayed, running + other.running);
    }
}
