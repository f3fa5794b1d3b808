package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Template;
import java.util.Map;

/** What a rule says of a push message. */
public record PushParameters(
        @Help("The registration token of the device") Template token,
        @Nullable @Help("The title of the notification") Template title,
        @Nullable @Help("The text of the notification") Template body,
        @Default("{}") @Help("Values for the app") Map<String, Template> data) {

    public PushParameters {
        if (title == null && body == null && data.isEmpty()) {
            throw new IllegalArgumentException("title, body or data must say something");
        }
        for (String key : data.keySet()) {
            if (key.equals("from") || key.equals("message_type") || key.startsWith("google") || key.startsWith("gcm")) {
                throw new IllegalArgumentException("data cannot have `" + key + "`, which is reserved");
            }
        }
    }
}
