package io.fraiseql.plugin.testkit.job;

import io.fraiseql.spi.job.Job;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Jobs for tests. Immutable; each method gives a copy that differs. */
public record TestingJobs(Instant now, String type, String rule, String organisation, int priority, String lane) {

    /** Plain ones whose time has come. */
    public TestingJobs(Instant now) {
        this(now, "call", "rule", "", 100, "");
    }

    /** Of another type of action. */
    public TestingJobs type(String other) {
        return new TestingJobs(now, other, rule, organisation, priority, lane);
    }

    /** Of another rule. */
    public TestingJobs rule(String other) {
        return new TestingJobs(now, type, other, organisation, priority, lane);
    }

    /** Of another organisation. */
    public TestingJobs of(String other) {
        return new TestingJobs(now, type, rule, other, priority, lane);
    }

    /** Of another priority. */
    public TestingJobs priority(int other) {
        return new TestingJobs(now, type, rule, organisation, other, lane);
    }

    /** Of another lane. */
    public TestingJobs lane(String other) {
        return new TestingJobs(now, type, rule, organisation, priority, other);
    }

    /** Whose time comes then. */
    public TestingJobs at(Instant time) {
        return new TestingJobs(time, type, rule, organisation, priority, lane);
    }

    /** The one at a position, whose id is {@code type.organisation.position}. */
    public Job job(long position) {
        String id = type + "." + organisation + "." + position;
        return new Job(
                id, type, rule, 0, organisation, priority, lane, position, now, 0, "[]", "{\"é\":\"" + id + "\"}");
    }

    /** Those at some positions. */
    public List<Job> jobs(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(this::job).toList();
    }
}
