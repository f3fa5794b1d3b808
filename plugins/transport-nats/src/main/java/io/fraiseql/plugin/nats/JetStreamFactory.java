package io.fraiseql.plugin.nats;

import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.transport.EventTransport;
import io.fraiseql.spi.transport.TransportFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the transport {@code jetstream}. */
final class JetStreamFactory implements TransportFactory<JetStreamConfig> {

    private static final Logger LOG = LoggerFactory.getLogger(JetStreamFactory.class);

    @Override
    public String name() {
        return "jetstream";
    }

    @Override
    public Class<JetStreamConfig> configType() {
        return JetStreamConfig.class;
    }

    @Override
    public EventTransport create(JetStreamConfig config, PluginContext context) {
        JetStreamTransport transport = new JetStreamTransport(config);
        try {
            transport.ping();
        } catch (FraiseqlException e) {
            if (e.code() != NatsErrorCode.UNAVAILABLE) {
                transport.close();
                throw e;
            }
            LOG.error("NATS cannot be reached; it is tried again: {}", e.getMessage());
        }
        return transport;
    }
}
