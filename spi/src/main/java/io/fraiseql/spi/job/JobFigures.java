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
}
