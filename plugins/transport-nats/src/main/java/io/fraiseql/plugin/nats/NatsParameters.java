package io.fraiseql.plugin.nats;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.action.Template;

/** What a rule says of a message. */
public record NatsParameters(
        @Help("The subject that it is published to, which a stream takes")
        Template subject,

        @Help("What is published, with values as in JSON texts")
        Template body) {}
