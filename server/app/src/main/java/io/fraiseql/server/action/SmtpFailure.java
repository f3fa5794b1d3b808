package io.fraiseql.server.action;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.ActionFailedException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failure of SMTP means: replies with 5 are for good, those with 4 and connections that break are for now (RFC 5321, 4.2.1). */
final class SmtpFailure {

    private static final Pattern REPLY = Pattern.compile("^([45])[0-9]{2}[ -]");
    private static final int FOR_GOOD = 500;
    private static final int UNKNOWN = -1;

    private SmtpFailure() {}

    static ActionFailedException of(String host, String what, MessagingException failure) {
        StringBuilder message = new StringBuilder(host + " " + what);
        int worst = UNKNOWN;
        for (Exception e = failure; e != null; e = next(e)) {
            worst = Math.max(worst, code(e));
            message.append(": ")
                    .append(OneLine.of(String.valueOf(e.getMessage())).strip());
        }
        return worst >= FOR_GOOD
                ? ActionFailedException.permanent(message.toString(), failure)
                : ActionFailedException.temporary(message.toString(), failure);
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException nested ? nested.getNextException() : null;
    }

    /** The code of the server's reply; when the server refused an address, of that refusal. */
    private static int code(Exception e) {
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (e instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        if (e instanceof SMTPSendFailedException send) {
            return send.getReturnCode();
        }
        if (e instanceof AuthenticationFailedException) {
            Matcher reply = REPLY.matcher(Objects.requireNonNullElse(e.getMessage(), ""));
            return reply.lookingAt() ? Integer.parseInt(reply.group(1)) * 100 : UNKNOWN;
        }
        return UNKNOWN;
    }
}
