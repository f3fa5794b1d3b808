package io.fraiseql.distribution;

import io.nats.client.NKey;
import io.nats.client.support.JsonSerializable;
import io.nats.client.support.JwtUtils;
import java.security.SecureRandom;

/** Somebody who says which accounts a NATS has, with one for whoever works and one for the server itself. */
final class NatsOperator {

    private static final String OPERATOR = "{\"type\": \"operator\", \"version\": 2}";
    private static final String ACCOUNT =
            "{\"type\": \"account\", \"version\": 2, \"limits\": {\"subs\": -1, \"data\": -1,"
                    + " \"payload\": -1, \"imports\": -1, \"exports\": -1, \"wildcards\": true, \"conn\": -1, \"leaf\": -1%s}}";
    private static final String STREAMS =
            ", \"mem_storage\": -1, \"disk_storage\": -1, \"streams\": -1, \"consumer\": -1";

    private final SecureRandom random = new SecureRandom();
    private final NKey operator = NKey.createOperator(random);
    private final NKey system = NKey.createAccount(random);
    private final NKey account = NKey.createAccount(random);

    NatsOperator() throws Exception {}

    /** Lines of the server's configuration. */
    String[] settings() throws Exception {
        return new String[] {
            "operator: " + token(operator, operator, "shop", OPERATOR),
            "system_account: " + name(system),
            "resolver: MEMORY",
            "resolver_preload: {",
            name(system) + ": " + token(operator, system, "system", ACCOUNT.formatted("")),
            name(account) + ": " + token(operator, account, "work", ACCOUNT.formatted(STREAMS)),
            "}"
        };
    }

    /** What is in the file of a new user of the account. */
    String credentials() throws Exception {
        NKey user = NKey.createUser(random);
        String token = JwtUtils.issueUserJWT(account, name(account), name(user));
        return JwtUtils.NATS_USER_JWT_FORMAT.formatted(token, new String(user.getSeed()));
    }

    private static String token(NKey by, NKey about, String name, String claim) throws Exception {
        JsonSerializable claims = () -> claim;
        return JwtUtils.issueJWT(by, name(about), name, null, JwtUtils.currentTimeSeconds(), name(by), claims);
    }

    private static String name(NKey key) throws Exception {
        return new String(key.getPublicKey());
    }
}
