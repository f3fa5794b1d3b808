package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Template;
import java.util.List;

/** What a rule says of a mail. */
public record EmailParameters(
        @Help("Whom it is for, one address each") List<Template> to,

        @Default("[]") @Help("Who gets a copy, one address each")
        List<Template> cc,

        @Help("The subject") Template subject,
        @Nullable @Help("What it says, as text") Template body,
        @Nullable @Help("What it says, as HTML") Template html) {

    private static final int MOST = 50;

    public EmailParameters {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("to must name somebody");
        }
        if (to.size() + cc.size() > MOST) {
            throw new IllegalArgumentException("a mail may go to " + MOST + " addresses");
        }
        if (body == null && html == null) {
            throw new IllegalArgumentException("body or html must say something");
        }
        to.forEach(address -> Constant.require("to", address, MailAddress::of));
        cc.forEach(address -> Constant.require("cc", address, MailAddress::of));
    }
}
