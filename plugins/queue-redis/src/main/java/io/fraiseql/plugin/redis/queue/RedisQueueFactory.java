package io.fraiseql.plugin.redis.queue;

import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.JobQueueFactory;

/** Makes queues of jobs in Redis. */
final class RedisQueueFactory implements JobQueueFactory<RedisQueueConfig> {

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Class<RedisQueueConfig> configType() {
        return RedisQueueConfig.class;
    }

    @Override
    public JobQueue create(RedisQueueConfig config, PluginContext context) {
        return RedisJobs.open(config, context.clock());
    }
}
