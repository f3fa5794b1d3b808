package io.fraiseql.server.action;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;

/** The action {@code email}: a mail through an SMTP server. */
public final class EmailActionFactory implements ActionFactory<EmailConfig, EmailParameters> {

    /** The name that rules write. */
    public static final String NAME = "email";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<EmailConfig> configType() {
        return EmailConfig.class;
    }

    @Override
    public Class<EmailParameters> parametersType() {
        return EmailParameters.class;
    }

    @Override
    public Action<EmailParameters> create(EmailConfig config, PluginContext context) {
        return new EmailAction(config, new SmtpProperties(config), context.clock());
    }
}
