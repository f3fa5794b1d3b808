package io.fraiseql.server.action;

import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Template;

/** What a rule says of a text message. */
public record SmsParameters(
        @Help("The number it goes to, + and digits") Template to,
        @Help("What it says") Template message,

        @Nullable @Help("Which provider sends it, where two are configured")
        Provider provider) {

    public SmsParameters {
        Constant.require("to", to, PhoneNumber::of);
    }

    /** The ways to send. */
    public enum Provider {
        TWILIO,
        GENERIC
    }
}
