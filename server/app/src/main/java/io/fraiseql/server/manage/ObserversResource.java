package io.fraiseql.server.manage;

import io.fraiseql.core.observer.RuleVersion;
import io.fraiseql.server.observer.ManagedRules;
import io.fraiseql.server.observer.RuleEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/observers}: the rules that are managed while servers run. */
public final class ObserversResource implements Resource {

    private static final String VERSION = "version";

    private final ManagedRules rules;

    public ObserversResource(ManagedRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "observers";
    }

    @Override
    public Reply answer(Call call) {
        return switch (call.shape()) {
            case "GET 0" -> {
                call.allowing();
                yield Reply.of(Map.of(
                        "observers",
                        rules.list().stream().map(RuleEntry::values).toList()));
            }
            case "POST 0" ->
                Reply.created(rules.create(call.allowing().body(), call.by()).values());
            case "GET 1" -> Reply.of(rules.find(name(call.allowing())).values());
            case "GET 2 versions" -> Reply.of(Map.of("versions", versions(name(call.allowing()))));
            case "PUT 1" ->
                Reply.of(rules.edit(name(call), seen(call), call.body(), call.by())
                        .values());
            case "POST 2 enable" ->
                Reply.of(rules.enable(name(call), seen(call), true, call.by()).values());
            case "POST 2 disable" ->
                Reply.of(rules.enable(name(call), seen(call), false, call.by()).values());
            case "DELETE 1" -> {
                rules.delete(name(call), seen(call), call.by());
                yield Reply.of(Map.of("deleted", name(call)));
            }
            default -> throw Resource.nothing();
        };
    }

    private static String name(Call call) {
        return call.path().get(0);
    }

    private static long seen(Call call) {
        return call.allowing(VERSION).number(VERSION);
    }

    private List<Map<String, ?>> versions(String name) {
        return rules.versions(name).stream().map(ObserversResource::values).toList();
    }

    private static Map<String, ?> values(RuleVersion row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("version", row.version());
        values.put("state", row.state() == RuleVersion.State.SAVED ? "saved" : "deleted");
        values.put("changedAt", row.at().toString());
        values.put("changedBy", row.by());
        values.put("rule", RuleEntry.tree(row));
        return values;
    }
}
