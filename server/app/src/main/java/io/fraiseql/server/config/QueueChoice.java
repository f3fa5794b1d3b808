package io.fraiseql.server.config;

import io.fraiseql.server.plugin.JobQueueOffer;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.job.JobQueue;

/** The queue of a plugin that {@code jobs.queue} names, with its configuration. */
public record QueueChoice(JobQueueOffer offer, Record config) {

    /** Opens it, on the boot thread. */
    public JobQueue open(PluginContext context) {
        return offer.create(config, context);
    }
}
