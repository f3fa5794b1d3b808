package io.fraiseql.plugin.redis.queue;

import io.fraiseql.plugin.redis.RedisConfig;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.job.JobQueue;
import io.fraiseql.spi.job.JobQueueFactory;

/** Makes queues of jobs in Redis. */
final class RedisQueueFactory implements JobQueueFactory<RedisConfig> {

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Class<RedisConfig> configType() {
        return RedisConfig.class;
    }

    @Override
    public JobQueue create(RedisConfig config, PluginContext context) {
        return RedisJobs.open(config, context.clock());
    }
}
