package io.fraiseql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraiseql.distribution.TestMailServer.Mail;
import io.fraiseql.distribution.WebhookReceiver.Received;
import io.fraiseql.distribution.engine.Waiting;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actions of the shipped server, from the mutation to whom they reach: a real SMTP server, and endpoints that speak as providers do. */
class ActionsIT {

    /** The keys of the configuration whose effect is shown here. */
    static final Set<String> KEYS = Set.of(
            "observers.actions.slack.webhookUrl",
            "observers.actions.slack.allowedHosts",
            "observers.actions.email.host",
            "observers.actions.email.port",
            "observers.actions.email.tls",
            "observers.actions.email.certificates",
            "observers.actions.email.user",
            "observers.actions.email.password",
            "observers.actions.email.from",
            "observers.actions.sms.twilio.account",
            "observers.actions.sms.twilio.token",
            "observers.actions.sms.twilio.from",
            "observers.actions.sms.twilio.url",
            "observers.actions.sms.generic.url",
            "observers.actions.sms.generic.authorization",
            "observers.actions.sms.generic.from",
            "observers.actions.database.statements",
            "observers.actions.push.serviceAccount",
            "observers.actions.push.url");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MESSAGES = "/2010-04-01/Accounts/AC17/Messages.json";
    private static final String SEND = "/v1/projects/shop-1/messages:send";
    private static final String MAIL =
            "\"type\": \"email\", \"to\": [\"{{ title }}\"], \"subject\": \"Ticket {{ id }}: {{ state }}\"";

    private static final String SHELF =
            "{\"name\": \"Shelf\", \"sql_source\": \"shelf\", \"primary_key\": [\"id\"], \"fields\": [{\"name\": \"id\", \"type\": \"Int\", \"nullable\": false}, {\"name\": \"name\", \"type\": \"String\", \"nullable\": true}]}";
    private static final String SHELVES =
            "{\"name\": \"shelves\", \"return_type\": \"Shelf\", \"returns_list\": true, \"cache_ttl_seconds\": 600}";
    private static final String CREATE_SHELF =
            "{\"name\": \"createShelf\", \"return_type\": \"Shelf\", \"table\": \"shelf\", \"operation\": \"CREATE\"}";

    @TempDir
    private Path folder;

    private WebhookReceiver receiver;
    private TestCertificate certificate;

    @BeforeEach
    void open() throws Exception {
        receiver = new WebhookReceiver();
        certificate = TestCertificate.make(folder);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    /** A rule for new rows of one state. */
    private static String rule(String name, String state, String action) {
        return "{\"name\": \"%s\", \"entity\": \"Ticket\", \"event\": \"INSERT\", \"condition\": \"state == '%s'\", \"retry\": {\"max_attempts\": 3, \"initial_delay_ms\": 50}, \"actions\": [{%s}]}"
                .formatted(name, state, action);
    }

    @Test
    void eachReachesWhomItIsFor() throws Exception {
        ServedRules rules = ServedRules.create(
                folder,
                TestDatabase.POSTGRESQL,
                rule(
                        "mail",
                        "mail",
                        MAIL
                                + ", \"cc\": [\"Ops <ops@example.com>\"], \"body\": \"for {{ title }} €\", \"html\": \"<b>{{ state }}</b>\""),
                rule("plain", "slack", "\"type\": \"slack\", \"message\": \"*new* {{ title }}\""),
                rule(
                        "blocks",
                        "slack",
                        "\"type\": \"slack\", \"webhook_url\": \"${file:hook}\", \"channel\": \"#{{ state }}\", \"message\": \"m\", \"blocks\": \"[{\\\"text\\\": \\\"{{ title }}\\\", \\\"all\\\": {{ new | json }}}]\""),
                rule(
                        "twilio",
                        "sms",
                        "\"type\": \"sms\", \"provider\": \"twilio\", \"to\": \"{{ title }}\", \"message\": \"n° {{ id }} & more\""),
                rule(
                        "generic",
                        "sms",
                        "\"type\": \"sms\", \"provider\": \"generic\", \"to\": \"+49 151 123\", \"message\": \"n {{ id }}\""),
                rule(
                        "push",
                        "push",
                        "\"type\": \"push\", \"token\": \"{{ title }}\", \"title\": \"new\", \"body\": \"{{ id }}\", \"data\": {\"key\": \"{{ id }}\"}"));
        shelves(rules, rule("cache", "cache", "\"type\": \"cache\", \"types\": [\"Shelf\"]"));
        TestServiceAccount account = TestServiceAccount.make(receiver.url("/token"));
        rules.folder()
                .distribution()
                .withFile("hook", receiver.url("/own"))
                .withFile("password", TestMailServer.PASSWORD)
                .withFile("account.json", account.json());
        receiver.answerWith("/token", 200, "{\"access_token\": \"t-1\", \"expires_in\": 3600}");
        receiver.answerWith(MESSAGES, 201, "{\"sid\": \"SM1\"}");
        try (TestMailServer mail = TestMailServer.startTls(certificate);
                DistributionServer server = rules.folder().serveProcess(settings(mail.port()))) {
            mails(mail, server, rules);
            slack(server);
            sms(server, rules);
            push(server, account);
            cache(server, rules);
            rules.await(5, "SELECT COUNT(*) FROM fraiseql_observer_delivery");
            assertThat(ServedLog.metrics(server))
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"email\"} 2.0")
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"slack\"} 2.0")
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"sms\"} 3.0")
                    .contains("\nfraiseql_observer_action_executed_total{action_type=\"push\"} 3.0");
        }
    }

    private String[] settings(int smtp) {
        return new String[] {
            "observers.actions.slack.webhookUrl=" + receiver.url("/slack"),
            "observers.actions.slack.allowedHosts=[127.0.0.1]",
            "observers.actions.email.host=127.0.0.1",
            "observers.actions.email.port=" + smtp,
            "observers.actions.email.certificates=" + certificate.certificate(),
            "observers.actions.email.user=" + TestMailServer.USER,
            "observers.actions.email.password=${file:password}",
            "observers.actions.email.from=The Shöp <shop@example.com>",
            "observers.actions.sms.twilio.account=AC17",
            "observers.actions.sms.twilio.token=secret",
            "observers.actions.sms.twilio.from=+491520",
            "observers.actions.sms.twilio.url=" + receiver.url(""),
            "observers.actions.sms.generic.url=" + receiver.url("/gateway"),
            "observers.actions.sms.generic.authorization=Bearer b",
            "observers.actions.sms.generic.from=Shop",
            "observers.actions.push.serviceAccount=${file:account.json}",
            "observers.actions.push.url=" + receiver.url("")
        };
    }

    private static void mails(TestMailServer mail, DistributionServer server, ServedRules rules) throws IOException {
        mail.refuse("later@example.com", 451, 1);
        mail.refuse("never@example.com", 552, 9);
        ticket(server, 1, "mail", "ann@example.com");
        ticket(server, 2, "mail", "later@example.com");
        ticket(server, 3, "mail", "never@example.com");
        ticket(server, 4, "mail", "x@e.org\\nBcc: y@e.org");
        ticket(server, 5, "mail", "x@e.org, y@e.org");
        await(
                server,
                () -> mail.to("ann@example.com").size() == 1
                        && mail.to("later@example.com").size() == 2);
        isWritten(mail.to("ann@example.com").get(0));
        assertThat(mail.to("later@example.com").stream()
                        .map(one -> one.header("Message-ID"))
                        .distinct())
                .as("a repeat is known by its id")
                .hasSize(1);
        rules.await(3, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
        assertThat(mail.to("never@example.com")).as("5xx is for good").hasSize(1);
        assertThat(mail.all()).noneMatch(one -> one.to().endsWith("@e.org"));
        assertThat(server.output())
                .contains("127.0.0.1 did not take the mail", "552", "a line break", "is not one address")
                .doesNotContain(TestMailServer.PASSWORD);
    }

    private static void isWritten(Mail mail) {
        assertThat(mail.from()).isEqualTo("shop@example.com");
        assertThat(mail.header("From")).isEqualTo("=?UTF-8?Q?The_Sh=C3=B6p?= <shop@example.com>");
        assertThat(mail.header("To")).isEqualTo("ann@example.com");
        assertThat(mail.header("Cc")).isEqualTo("Ops <ops@example.com>");
        assertThat(mail.header("Subject")).isEqualTo("Ticket 1: mail");
        assertThat(mail.header("Message-ID")).matches("<[0-9a-f-]{36}[.]mail@example[.]com>");
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
        assertThat(mail.body())
                .contains("Content-Type: text/plain; charset=UTF-8", "for ann@example.com ")
                .contains("Content-Type: text/html; charset=UTF-8", "<b>mail</b>");
    }

    private void slack(DistributionServer server) throws IOException {
        ticket(server, 11, "slack", "<!channel> & \\\"you\\\"");
        await(
                server,
                () -> receiver.at("/slack").size() == 1 && receiver.at("/own").size() == 1);
        JsonNode plain = MAPPER.readTree(receiver.at("/slack").get(0).body());
        assertThat(plain.path("text").textValue()).isEqualTo("*new* &lt;!channel&gt; &amp; \"you\"");
        assertThat(plain.size()).isEqualTo(1);
        JsonNode blocks = MAPPER.readTree(receiver.at("/own").get(0).body());
        assertThat(blocks.path("channel").textValue()).isEqualTo("#slack");
        assertThat(blocks.at("/blocks/0/text").textValue()).isEqualTo("&lt;!channel&gt; &amp; \"you\"");
        assertThat(blocks.at("/blocks/0/all/title").textValue()).isEqualTo("&lt;!channel&gt; &amp; \"you\"");
    }

    private void sms(DistributionServer server, ServedRules rules) throws IOException {
        ticket(server, 21, "sms", "+49 (151) 11-22");
        await(
                server,
                () -> receiver.at(MESSAGES).size() == 1
                        && receiver.at("/gateway").size() == 1);
        Received twilio = receiver.at(MESSAGES).get(0);
        assertThat(form(twilio)).isEqualTo(Map.of("To", "+491511122", "From", "+491520", "Body", "n° 21 & more"));
        assertThat(twilio.header("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("AC17:secret".getBytes(StandardCharsets.US_ASCII)));
        Received generic = receiver.at("/gateway").get(0);
        JsonNode body = MAPPER.readTree(generic.body());
        assertThat(generic.header("Authorization")).isEqualTo("Bearer b");
        assertThat(body.path("id").asText()).endsWith(".generic").isEqualTo(generic.header("idempotency-key"));
        assertThat(body.path("to").asText()
                        + body.path("from").asText()
                        + body.path("message").asText())
                .isEqualTo("+49151123Shopn 21");
        receiver.answerWith(MESSAGES, 400, "{\"code\": 21211, \"message\": \"x\"}");
        ticket(server, 22, "sms", "+491511123");
        rules.await(4, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE state = 'DEAD'");
        ServedRules.awaitOutput(server, "127.0.0.1 answered with status 400 and Twilio's code 21211");
    }

    private static Map<String, String> form(Received received) {
        return Arrays.stream(received.body().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private void push(DistributionServer server, TestServiceAccount account) throws Exception {
        ticket(server, 31, "push", "device-1");
        await(server, () -> receiver.at(SEND).size() == 1);
        ticket(server, 32, "push", "device-2");
        await(server, () -> receiver.at(SEND).size() == 2);
        assertThat(receiver.at("/token")).as("one token for both").hasSize(1);
        Map<String, String> grant = form(receiver.at("/token").get(0));
        assertThat(grant.get("grant_type")).isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
        account.isSigned(String.valueOf(grant.get("assertion")));
        Received first = receiver.at(SEND).get(0);
        assertThat(first.header("Authorization")).isEqualTo("Bearer t-1");
        assertThat(MAPPER.readTree(first.body()))
                .isEqualTo(
                        MAPPER.readTree(
                                "{\"message\": {\"token\": \"device-1\", \"notification\": {\"title\": \"new\", \"body\": \"31\"}, \"data\": {\"key\": \"31\"}}}"));
        receiver.answerWith("/token", 200, "{\"access_token\": \"t-2\", \"expires_in\": 3600}");
        receiver.answerOnce(SEND, 401);
        ticket(server, 33, "push", "device-3");
        await(server, () -> receiver.at(SEND).size() == 4);
        assertThat(receiver.at(SEND).get(2).header("Authorization")).isEqualTo("Bearer t-1");
        assertThat(receiver.at(SEND).get(3).header("Authorization")).isEqualTo("Bearer t-2");
        receiver.answerWith("/token", 200, "{\"access_token\": \"t-3\", \"more\": \"" + "x".repeat(70_000) + "\"}");
        receiver.answerOnce(SEND, 401);
        ticket(server, 34, "push", "device-4");
        ServedRules.awaitOutput(server, "127.0.0.1 gave no access token: its answer has more than 65536 bytes");
    }

    /** Adds a table whose rows are kept for long. */
    private void shelves(ServedRules rules, String rule) throws IOException {
        rules.folder()
                .fill(
                        "CREATE TABLE shelf (id INTEGER NOT NULL PRIMARY KEY, name TEXT); INSERT INTO shelf VALUES (1, 'old')");
        Path file = folder.resolve("schema.json");
        String schema = Files.readString(file)
                .replace("\"types\": [", "\"types\": [" + SHELF + ", ")
                .replace("\"queries\": [", "\"queries\": [" + SHELVES + ", ")
                .replace("\"mutations\": [", "\"mutations\": [" + CREATE_SHELF + ", ")
                .replace("\"observers\": [", "\"observers\": [" + rule + ", ");
        Files.writeString(file, schema);
        rules.folder().compile("schema.json", "postgresql");
    }

    private static void cache(DistributionServer server, ServedRules rules) throws IOException {
        assertThat(names(server)).contains("old");
        rules.folder().fill("UPDATE shelf SET name = 'new'");
        ticket(server, 41, "other", "t");
        assertThat(names(server)).as("kept").contains("old");
        ticket(server, 42, "cache", "t");
        await(server, () -> names(server).contains("new"));
    }

    private static String names(DistributionServer server) {
        try {
            return HttpAnswer.query(server.port(), "{ shelves { name } }").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMailServerThatIsGoneIsSaidToBeAndGetsItsMailsLater() throws Exception {
        ServedRules rules = ServedRules.create(
                folder,
                TestDatabase.POSTGRESQL,
                rule("mail", "mail", MAIL + ", \"body\": \"{{ id }}\"")
                        .replace("\"max_attempts\": 3", "\"max_attempts\": 100, \"max_delay_ms\": 300"));
        int port;
        try (TestMailServer first = TestMailServer.plain(0)) {
            port = first.port();
        }
        try (DistributionServer server = rules.folder()
                .serve(
                        "observers.circuit.enabled=false",
                        "observers.actions.email.host=127.0.0.1",
                        "observers.actions.email.from=shop@example.com",
                        "observers.actions.email.tls=none",
                        "observers.actions.email.port=" + port)) {
            ticket(server, 1, "mail", "ann@example.com");
            rules.await(1, "SELECT COUNT(*) FROM fraiseql_observer_delivery WHERE attempt > 0");
            assertThat(HttpAnswer.get(server.adminPort(), "/healthcheck").body())
                    .contains("\"actions\":{\"healthy\":false,\"message\":\"email: 127.0.0.1:" + port
                            + " does not answer");
            try (TestMailServer mail = TestMailServer.plain(port)) {
                await(server, () -> mail.to("ann@example.com").size() == 1);
                assertThat(HttpAnswer.get(server.adminPort(), "/healthcheck").body())
                        .contains("\"actions\":{\"healthy\":true,\"message\":\"email: 127.0.0.1:" + port);
            }
        }
    }

    /** Nothing is sent to a server that is not known for the one, nor in the clear. */
    @Test
    void mailsGoOnlyWhereTheyAreSafe() throws Exception {
        ServedRules rules = ServedRules.create(
                folder,
                TestDatabase.POSTGRESQL,
                rule("mail", "mail", MAIL + ", \"body\": \"{{ id }}\"")
                        .replace("\"max_attempts\": 3", "\"max_attempts\": 1"));
        String host = "observers.actions.email.host=127.0.0.1";
        String from = "observers.actions.email.from=shop@example.com";
        int port;
        try (TestMailServer strange = TestMailServer.startTls(certificate)) {
            port = strange.port();
            try (DistributionServer server = rules.folder().serve(host, from, "observers.actions.email.port=" + port)) {
                ticket(server, 1, "mail", "ann@example.com");
                ServedRules.awaitOutput(server, "dead letter 1:mail");
                assertThat(server.output()).contains("unable to find valid certification path");
                strange.close();
                try (TestMailServer clear = TestMailServer.plain(port)) {
                    ticket(server, 2, "mail", "ann@example.com");
                    ServedRules.awaitOutput(server, "dead letter 2:mail");
                    assertThat(server.output()).contains("STARTTLS is required");
                    assertThat(clear.all()).isEmpty();
                }
            }
            assertThat(strange.all()).isEmpty();
        }
        try (TestMailServer mail = TestMailServer.tls(certificate);
                DistributionServer server = rules.folder()
                        .serve(
                                host,
                                from,
                                "observers.actions.email.tls=tls",
                                "observers.actions.email.certificates=" + certificate.certificate(),
                                "observers.actions.email.port=" + mail.port())) {
            ticket(server, 3, "mail", "ann@example.com");
            await(server, () -> mail.to("ann@example.com").size() == 1);
            assertThat(mail.all().get(0).header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        }
    }

    @Test
    void whatIsMissingIsRefusedWithItsPlace() throws IOException {
        String[] observers = {
            rule("a", "x", MAIL + ", \"body\": \"b\""),
            rule("b", "x", "\"type\": \"slack\", \"message\": \"m\""),
            rule("c", "x", "\"type\": \"sms\", \"to\": \"+15\", \"message\": \"m\""),
            rule("d", "x", "\"type\": \"push\", \"token\": \"t\", \"title\": \"m\""),
            rule("e", "x", "\"type\": \"cache\", \"types\": [\"Tickt\"]"),
            rule("f", "x", "\"type\": \"database\", \"statement\": \"a\"")
        };
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL, observers);
        assertThat(rules.folder().refuse().err())
                .contains("/observers/0/actions/0: email needs observers.actions.email.host and from")
                .contains("/observers/1/actions/0: slack needs a webhook_url")
                .contains("/observers/2/actions/0: sms needs observers.actions.sms.twilio or")
                .contains("/observers/3/actions/0: push needs observers.actions.push.serviceAccount")
                .contains(
                        "/observers/4/actions/0: no type with rows of its own is called `Tickt`; did you mean `Ticket`?")
                .contains("/observers/5/actions/0: there is no statement `a` in observers.actions.database.statements");
        assertThat(rules.folder()
                        .refuse(
                                "observers.actions.email.user=u",
                                "observers.actions.sms.twilio.account=AC1",
                                "observers.actions.push.url=ftp://x",
                                "observers.actions.database.statements={two: \"DELETE FROM a; DELETE FROM b\"}",
                                "observers.actions.slack.webhook=x")
                        .err())
                .contains("user and password go together")
                .contains("account, token and from go together")
                .contains("the URL must begin with http:// or https://")
                .contains("known are allowedHosts, webhookUrl")
                .contains("two: a statement cannot have ; there");
        assertThat(rules.refused(
                        rule("a", "x", MAIL),
                        rule("b", "x", MAIL + ", \"body\": \"b\", \"bcc\": []"),
                        rule(
                                "c",
                                "x",
                                "\"type\": \"slack\", \"message\": \"m\", \"webhook_url\": \"https://hooks.slack.com/x\""),
                        rule(
                                "d",
                                "x",
                                "\"type\": \"sms\", \"to\": \"+15\", \"message\": \"m\", \"provider\": \"pigeon\""),
                        rule("f", "x", "\"type\": \"cache\", \"types\": [\"Ticket\"], \"pattern\": \"*\""),
                        rule(
                                "e",
                                "x",
                                "\"type\": \"push\", \"token\": \"{{ tokn }}\", \"data\": {\"google.x\": \"1\"}")))
                .contains("/observers/0/actions/0: body or html must say something")
                .contains("/observers/1/actions/0/bcc: is not a known key")
                .contains("/observers/2/actions/0/webhook_url: must be a reference")
                .contains("/observers/3/actions/0/provider: must be one of twilio, generic")
                .contains("/observers/4/actions/0/pattern: is not a known key")
                .contains("/observers/5/actions/0/token: at character 4");
    }

    /** A text without places is looked at before there is an event: when it is compiled, and what the configuration decides when it is checked. */
    @Test
    void whatCanNeverWorkIsRefusedWithItsPlace() throws IOException {
        ServedRules rules = ServedRules.create(folder, TestDatabase.POSTGRESQL);
        assertThat(rules.refused(
                        rule("a", "x", "\"type\": \"webhook\", \"url\": \"file:///etc/passwd\""),
                        rule("b", "x", MAIL.replace("{{ title }}", "nope") + ", \"body\": \"b\""),
                        rule("c", "x", "\"type\": \"sms\", \"to\": \"abc\", \"message\": \"m\""),
                        rule("d", "x", "\"type\": \"slack\", \"message\": \"m\", \"blocks\": \"{}\"")))
                .contains("/observers/0/actions/0: url: the URL must begin with http:// or https://")
                .contains("/observers/1/actions/0: to: 'nope' is not an address")
                .contains("/observers/2/actions/0: to: 'abc' is no number")
                .contains("/observers/3/actions/0: blocks: the blocks must be a JSON list");
        rules.compile(
                rule("a", "x", "\"type\": \"webhook\", \"url\": \"http://10.0.0.1/\""),
                rule("b", "x", "\"type\": \"webhook\", \"url\": \"http://[::1]:8080/\""),
                rule("c", "x", "\"type\": \"slack\", \"message\": \"m\""));
        String slack = "observers.actions.slack.webhookUrl=http://127.0.0.1/";
        assertThat(rules.folder().check(slack).err())
                .contains("/observers/0/actions/0: url: the address of 10.0.0.1 is not public"
                        + "; observers.actions.webhook.allowedHosts may allow it")
                .contains("/observers/1/actions/0: url: the address of [::1] is not public")
                .contains("/observers/2/actions/0: webhook_url: the address of 127.0.0.1 is not public");
        assertThat(rules.folder()
                        .check(
                                slack,
                                "observers.actions.webhook.allowedHosts=[10.0.0.1, \"::1\"]",
                                "observers.actions.slack.allowedHosts=[127.0.0.1]")
                        .exitCode())
                .isZero();
    }

    private static void ticket(DistributionServer server, int id, String state, String title) throws IOException {
        ServedRules.mutate(
                server,
                "createTicket(input: {id: %d, title: \"%s\", state: \"%s\"}) { id }".formatted(id, title, state));
    }

    private static void await(DistributionServer server, BooleanSupplier condition) {
        assertThat(Waiting.until(ServedRules.SOON, Duration.ofMillis(20), condition))
                .as(server::output)
                .isTrue();
    }
}
