package io.fraiseql.plugin.nats;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.action.Template;
import java.util.regex.Pattern;

/** What a rule says of a message. */
public record NatsParameters(
        @Help("The subject that it is published to, which a stream takes")
        Template subject,

        @Help("What is published, with values as in JSON texts")
        Template body) {

    /** Tokens between dots, none of them a wildcard. */
    private static final Pattern SUBJECT = Pattern.compile("[^.*>\\s\\p{Cntrl}]+([.][^.*>\\s\\p{Cntrl}]+)*");

    public NatsParameters {
        String constant = subject.constant();
        if (constant != null && !isSubject(constant)) {
            throw new IllegalArgumentException("subject: '" + constant + "' is no subject to publish to");
        }
    }

    /** Whether something can be published to it. */
    static boolean isSubject(String text) {
        return SUBJECT.matcher(text).matches();
    }
}
