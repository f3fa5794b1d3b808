package io.fraiseql.server.observer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.BoundAction;
import io.fraiseql.core.rule.Condition;
import io.fraiseql.core.rule.Entities;
import io.fraiseql.core.rule.EntityFields;
import io.fraiseql.core.schema.JsonObject;
import io.fraiseql.core.schema.Pointer;
import io.fraiseql.core.schema.Problem;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.core.schema.RuleCheck;
import io.fraiseql.core.schema.RuleDefinition;
import io.fraiseql.core.schema.RuleReader;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.plugin.ActionOffer;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.PluginContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes the rules of a schema and of the configuration ready to be followed. One thread. */
public final class RuleLoader {

    private final ActionKinds kinds;
    private final Map<String, Record> configs;
    private final References references;
    private final PluginContext context;
    private final Map<String, Action<?>> opened = new HashMap<>();

    /** @param configs what actions are made of, by their names */
    public RuleLoader(ActionKinds kinds, Map<String, Record> configs, References references, PluginContext context) {
        this.kinds = kinds;
        this.configs = Map.copyOf(configs);
        this.references = references;
        this.context = context;
    }

    /**
     * The rules that are enabled.
     *
     * @param configured has rules of its own
     * @throws FraiseqlException {@code INVALID_CONFIGURATION} with everything that is wrong
     */
    public List<ActiveRule> load(Model model, ObserversConfig configured) {
        Problems problems = new Problems();
        List<RuleDefinition> definitions = new ArrayList<>();
        for (int i = 0; i < model.observers().size(); i++) {
            definitions.add(new RuleDefinition(
                    Pointer.to("/observers", i), model.observers().get(i)));
        }
        definitions.addAll(read(configured.rules(), problems));
        kinds.requireKnown(configured.limits().keySet(), "/observers/limits", problems);
        new RuleCheck(model, problems).check(definitions);
        Entities entities = new Entities(model);
        List<ActiveRule> rules = new ArrayList<>();
        definitions.forEach(definition -> add(definition, entities, rules, problems));
        if (!problems.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "the observers have problems, in the schema under /observers or in the configuration under"
                            + " /observers/rules or limits:\n  "
                            + problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n  ")));
        }
        return rules;
    }

    private static List<RuleDefinition> read(List<JsonNode> configured, Problems problems) {
        RuleReader reader = new RuleReader(problems);
        List<RuleDefinition> definitions = new ArrayList<>();
        for (int i = 0; i < configured.size(); i++) {
            String at = Pointer.to("/observers/rules", i);
            if (configured.get(i) instanceof ObjectNode object) {
                RuleDefinition definition = reader.rule(new JsonObject(object, at, problems));
                if (definition != null) {
                    definitions.add(definition);
                }
            } else {
                problems.add(at, "a rule is a section of keys");
            }
        }
        return definitions;
    }

    private void add(RuleDefinition definition, Entities entities, List<ActiveRule> rules, Problems problems) {
        Rule rule = definition.rule();
        EntityFields fields = entities.fields(rule);
        if (fields == null) {
            return;
        }
        List<BoundAction> actions = new ArrayList<>();
        for (int i = 0; i < rule.actions().size(); i++) {
            String at = Pointer.to(Pointer.to(definition.at(), "actions"), i);
            Rule.ActionCall call = rule.actions().get(i);
            ActionOffer<?> offer = kinds.offer(call, at, problems);
            if (offer != null) {
                bind(offer, call, at, fields, actions, problems);
            }
        }
        if (rule.enabled() && problems.isEmpty()) {
            rules.add(new ActiveRule(rule, Condition.parse(rule.condition(), fields, context.clock()), actions));
        }
    }

    private <P extends Record> void bind(
            ActionOffer<P> offer,
            Rule.ActionCall call,
            String at,
            EntityFields fields,
            List<BoundAction> actions,
            Problems problems) {
        ActionKinds.bind(offer, call, at, fields, references, problems).ifPresent(parameters -> {
            Action<P> action = action(offer);
            try {
                action.check(parameters);
            } catch (IllegalArgumentException e) {
                problems.add(at, String.valueOf(e.getMessage()));
                return;
            }
            actions.add(new BoundAction(
                    offer.name(),
                    offer.repeatable(),
                    event -> action.endpoint(parameters, event),
                    delivery -> action.run(parameters, delivery)));
        });
    }

    /** Made when the first rule names it. */
    @SuppressWarnings("unchecked")
    private <P extends Record> Action<P> action(ActionOffer<P> offer) {
        return (Action<P>) opened.computeIfAbsent(
                offer.name(), name -> offer.create(Objects.requireNonNull(configs.get(name), name), context));
    }
}
