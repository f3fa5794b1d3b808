package io.fraiseql.server.observer;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.model.ScheduledRule;
import io.fraiseql.core.rule.Entities;
import io.fraiseql.core.rule.EntityFields;
import io.fraiseql.core.rule.TextTemplate;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Pointer;
import io.fraiseql.core.schema.Problem;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.core.schema.RuleDefinition;
import io.fraiseql.server.action.CacheActionFactory;
import io.fraiseql.server.action.DatabaseActionFactory;
import io.fraiseql.server.action.EmailActionFactory;
import io.fraiseql.server.action.LogActionFactory;
import io.fraiseql.server.action.PushActionFactory;
import io.fraiseql.server.action.SlackActionFactory;
import io.fraiseql.server.action.SmsActionFactory;
import io.fraiseql.server.action.WebhookActionFactory;
import io.fraiseql.server.config.ParameterBinder;
import io.fraiseql.server.plugin.ActionOffer;
import io.fraiseql.server.plugin.Plugins;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The actions that rules can name: the server's own and those of plugins. Immutable. */
public final class ActionKinds {

    private static final List<ActionOffer<?>> BUILT_IN = List.of(
            ActionOffer.builtIn(new LogActionFactory()),
            ActionOffer.builtIn(new WebhookActionFactory()),
            ActionOffer.builtIn(new SlackActionFactory()),
            ActionOffer.builtIn(new EmailActionFactory()),
            ActionOffer.builtIn(new SmsActionFactory()),
            ActionOffer.builtIn(new PushActionFactory()),
            ActionOffer.builtIn(new DatabaseActionFactory()),
            ActionOffer.builtIn(new CacheActionFactory()));

    private final Map<String, ActionOffer<?>> offers = new TreeMap<>();

    /** @throws io.fraiseql.spi.error.FraiseqlException {@code INVALID_PLUGIN} when a plugin offers one of the server's own */
    public ActionKinds(Plugins plugins) {
        plugins.refuseActions(BUILT_IN);
        BUILT_IN.forEach(offer -> offers.put(offer.name(), offer));
        plugins.actions().forEach(offer -> offers.put(offer.name(), offer));
    }

    /** What rules can name. */
    public Set<String> names() {
        return Set.copyOf(offers.keySet());
    }

    /** What is wrong with the actions of a schema's rules, whose references are not read. */
    public List<Problem> problems(Model model) {
        Problems problems = new Problems();
        Entities entities = new Entities(model);
        for (int i = 0; i < model.observers().size(); i++) {
            Rule rule = model.observers().get(i);
            EntityFields fields = entities.fields(rule);
            if (fields != null) {
                check(new RuleDefinition(Pointer.to("/observers", i), rule), fields, problems);
            }
        }
        EntityFields none = EntityFields.none(ScheduledRule.ENTITY);
        for (int i = 0; i < model.schedules().size(); i++) {
            Rule rule = model.schedules().get(i).rule();
            check(new RuleDefinition(Pointer.to("/schedules", i), rule), none, problems);
        }
        return problems.list();
    }

    /** Notes what is wrong with the actions of a rule that is kept, whose references are not read. */
    void check(RuleDefinition definition, EntityFields fields, Problems problems) {
        List<Rule.ActionCall> actions = definition.rule().actions();
        for (int i = 0; i < actions.size(); i++) {
            String at = Pointer.to(Pointer.to(definition.at(), "actions"), i);
            ActionOffer<?> offer = offer(actions.get(i), at, problems);
            if (offer != null) {
                bind(offer, actions.get(i), at, fields, References.unread(), problems);
            }
        }
    }

    /** Notes names that are no actions. */
    void requireKnown(Set<String> names, String at, Problems problems) {
        for (String name : names) {
            if (!offers.containsKey(name)) {
                problems.addUnknown(Pointer.to(at, name), "there is no action `" + name + "`", name, offers.keySet());
            }
        }
    }

    /** The offer of an action; null after a problem was noted. */
    @Nullable
    ActionOffer<?> offer(Rule.ActionCall call, String at, Problems problems) {
        ActionOffer<?> offer = offers.get(call.type());
        if (offer == null) {
            problems.add(
                    Pointer.to(at, "type"),
                    "there is no action `" + call.type() + "`",
                    "there are " + String.join(", ", offers.keySet()));
        }
        return offer;
    }

    /** The parameters of an action as its record. */
    static <P extends Record> Optional<P> bind(
            ActionOffer<P> offer,
            Rule.ActionCall call,
            String at,
            EntityFields fields,
            References references,
            Problems problems) {
        JsonNode parameters = JsonText.parse(call.parameters(), problems);
        return parameters == null
                ? Optional.empty()
                : new ParameterBinder(references, text -> TextTemplate.parse(text, fields))
                        .bind(offer.parametersType(), parameters, at, problems);
    }
}
