package io.fraiseql.plugin.redis.queue;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.job.JobQueueFactory;
import java.util.List;

/** Offers the queue {@code redis}. */
public final class RedisQueuePlugin implements FraiseqlPlugin {

    @Override
    public List<JobQueueFactory<?>> jobQueues() {
        return List.of(new RedisQueueFactory());
    }
}
