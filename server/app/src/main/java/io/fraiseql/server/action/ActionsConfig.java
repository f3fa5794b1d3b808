package io.fraiseql.server.action;

import io.fraiseql.spi.Default;
import io.fraiseql.spi.Help;
import java.util.Map;
import java.util.TreeMap;

/** {@code observers.actions}: what the server's own actions need to know. */
public record ActionsConfig(
        @Default("{}") @Help("The action 'webhook'") WebhookConfig webhook,
        @Default("{}") @Help("The action 'slack'") SlackConfig slack,
        @Default("{}") @Help("The action 'email'") EmailConfig email,
        @Default("{}") @Help("The action 'sms'") SmsConfig sms,
        @Default("{}") @Help("The action 'push'") PushConfig push,
        @Default("{}") @Help("The action 'database'") DatabaseActionConfig database) {

    /** What each action is made of, by the names of the actions. */
    public Map<String, Record> parts(SqlRunner runner, CachedResults results) {
        Map<String, Record> configs = new TreeMap<>();
        configs.put(LogActionFactory.NAME, new LogActionFactory.Config());
        configs.put(WebhookActionFactory.NAME, webhook);
        configs.put(SlackActionFactory.NAME, slack);
        configs.put(EmailActionFactory.NAME, email);
        configs.put(SmsActionFactory.NAME, sms);
        configs.put(PushActionFactory.NAME, push);
        configs.put(DatabaseActionFactory.NAME, new DatabaseActionFactory.Parts(database, runner, results));
        configs.put(CacheActionFactory.NAME, new CacheActionFactory.Parts(results));
        return configs;
    }
}
