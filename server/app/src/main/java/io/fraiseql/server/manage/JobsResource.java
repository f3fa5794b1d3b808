package io.fraiseql.server.manage;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.observer.JobQueues;
import io.fraiseql.server.observer.ShownJob;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /api/jobs}: what waits for workers or is done by them. */
public final class JobsResource implements Resource {

    private static final String QUEUE = "queue";
    private static final String STATE = "state";
    private static final String RULE = "rule";
    private static final String LIMIT = "limit";
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Supplier<JobQueues> queues;

    /** @param queues asked at each call */
    public JobsResource(Supplier<JobQueues> queues) {
        this.queues = queues;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Reply answer(Call call) {
        JobQueues all = queues.get();
        return switch (call.shape()) {
            case "GET 0" -> Reply.of(Map.of("jobs", list(all, call.allowing(QUEUE, STATE, RULE, LIMIT))));
            case "GET 1" -> read(all, call.allowing(QUEUE));
            default -> throw Resource.nothing();
        };
    }

    private static List<? extends Map<String, ?>> list(JobQueues all, Call call) {
        long limit = call.number(LIMIT, USUAL);
        if (limit > MOST) {
            throw Call.bad("limit must be from 1 to " + MOST);
        }
        return all
                .only(call.text(QUEUE), CoreErrorCode.BAD_USER_INPUT)
                .list(state(call), call.text(RULE), (int) limit)
                .stream()
                .map(ShownJob::values)
                .toList();
    }

    private static @Nullable String state(Call call) {
        String state = call.text(STATE);
        if (state != null && !ShownJob.STATES.contains(state)) {
            throw Call.bad("state is one of " + String.join(", ", ShownJob.STATES));
        }
        return state;
    }

    /** Ids have a dot, so that they are told from what else there is. */
    private static Reply read(JobQueues all, Call call) {
        JobQueues jobs = all.only(call.text(QUEUE), CoreErrorCode.BAD_USER_INPUT);
        String name = call.path().get(0);
        return name.equals("stats")
                ? Reply.of(ShownJob.counts(jobs.figures()))
                : Reply.of(jobs.find(name).values());
    }
}
