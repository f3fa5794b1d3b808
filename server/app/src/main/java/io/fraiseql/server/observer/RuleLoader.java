package io.fraiseql.server.observer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Rule;
import io.fraiseql.core.model.ScheduledRule;
import io.fraiseql.core.observer.ActiveRule;
import io.fraiseql.core.observer.BoundAction;
import io.fraiseql.core.observer.Schedule;
import io.fraiseql.core.rule.Condition;
import io.fraiseql.core.rule.Entities;
import io.fraiseql.core.rule.EntityFields;
import io.fraiseql.core.schema.JsonObject;
import io.fraiseql.core.schema.JsonText;
import io.fraiseql.core.schema.Pointer;
import io.fraiseql.core.schema.Problem;
import io.fraiseql.core.schema.Problems;
import io.fraiseql.core.schema.RuleCheck;
import io.fraiseql.core.schema.RuleDefinition;
import io.fraiseql.core.schema.RuleReader;
import io.fraiseql.core.schema.ScheduleDefinition;
import io.fraiseql.core.schema.ScheduleReader;
import io.fraiseql.server.config.FraiseqlConfiguration;
import io.fraiseql.server.config.ObserversConfig;
import io.fraiseql.server.plugin.ActionOffer;
import io.fraiseql.server.secret.References;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.PluginContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes rules ready to be followed. Thread-safe. */
public final class RuleLoader {

    /** Where the rules of the configuration stand. */
    static final String CONFIGURED = "/observers/rules";
    /** Where its schedules stand. */
    static final String SCHEDULED = "/observers/schedules";

    private final ActionKinds kinds;
    private final Map<String, Record> configs;
    private final References references;
    private final PluginContext context;
    private final Map<String, Action<?>> opened = new HashMap<>();

    /** @param configs what actions are made of, by their names */
    private RuleLoader(ActionKinds kinds, Map<String, Record> configs, References references, PluginContext context) {
        this.kinds = kinds;
        this.configs = Map.copyOf(configs);
        this.references = references;
        this.context = context;
    }

    /** With the actions and references of a configuration. */
    public static RuleLoader of(FraiseqlConfiguration configuration, Map<String, Record> parts, PluginContext context) {
        return new RuleLoader(new ActionKinds(configuration.plugins()), parts, configuration.references(), context);
    }

    /**
     * The rules of the schema and of the configuration, also those that are not enabled.
     *
     * @param configured has rules of its own
     * @throws FraiseqlException {@code INVALID_CONFIGURATION} with everything that is wrong
     */
    synchronized List<LoadedRule> load(Model model, ObserversConfig configured) {
        Problems problems = new Problems();
        List<RuleDefinition> definitions = new ArrayList<>();
        for (int i = 0; i < model.observers().size(); i++) {
            definitions.add(new RuleDefinition(
                    Pointer.to("/observers", i), model.observers().get(i)));
        }
        definitions.addAll(read(configured.rules(), CONFIGURED, "a rule", new RuleReader(problems)::rule, problems));
        kinds.requireKnown(configured.limits().keySet(), "/observers/limits", problems);
        List<ScheduleDefinition> schedules = new ArrayList<>();
        for (int i = 0; i < model.schedules().size(); i++) {
            schedules.add(new ScheduleDefinition(
                    Pointer.to("/schedules", i), model.schedules().get(i)));
        }
        schedules.addAll(read(
                configured.schedules(), SCHEDULED, "a schedule", new ScheduleReader(problems)::schedule, problems));
        List<LoadedRule> rules = load(model, definitions, schedules, problems);
        refuse(problems);
        return rules;
    }

    /**
     * A rule that stands for itself, also when it is not enabled; null after problems were noted. Its secrets must be references.
     *
     * @param rule a JSON object
     */
    synchronized @Nullable LoadedRule load(Model model, String rule, Problems problems) {
        if (!(JsonText.parse(rule, problems) instanceof ObjectNode object)) {
            problems.add("", "a rule is a JSON object");
            return null;
        }
        RuleDefinition definition = new RuleReader(problems).rule(new JsonObject(object, "", problems));
        EntityFields fields = definition == null ? null : new Entities(model).fields(definition.rule());
        if (definition == null) {
            return null;
        }
        if (fields != null) {
            kinds.check(definition, fields, problems);
        }
        List<LoadedRule> loaded = load(model, List.of(definition), List.of(), problems);
        return problems.isEmpty() ? loaded.get(0) : null;
    }

    /** A rule in which nothing is wrong. */
    private record PreparedRule(
            RuleDefinition definition, @Nullable Schedule schedule, EntityFields fields, List<PreparedCall<?>> calls) {}

    private record PreparedCall<P extends Record>(String at, ActionOffer<P> offer, P parameters) {}

    /** Nothing after problems were noted; actions are made only for rules without. */
    private List<LoadedRule> load(
            Model model, List<RuleDefinition> definitions, List<ScheduleDefinition> schedules, Problems problems) {
        List<PreparedRule> prepared = prepare(model, definitions, schedules, problems);
        List<LoadedRule> rules = new ArrayList<>();
        if (problems.isEmpty()) {
            prepared.forEach(rule -> rules.add(open(rule, problems)));
        }
        return problems.isEmpty() ? rules : List.of();
    }

    private List<PreparedRule> prepare(
            Model model, List<RuleDefinition> definitions, List<ScheduleDefinition> schedules, Problems problems) {
        RuleCheck check = new RuleCheck(model, problems);
        check.check(definitions);
        Entities entities = new Entities(model);
        List<PreparedRule> rules = new ArrayList<>();
        for (RuleDefinition definition : definitions) {
            EntityFields fields = entities.fields(definition.rule());
            if (fields != null) {
                rules.add(new PreparedRule(definition, null, fields, calls(definition, fields, problems)));
            }
        }
        EntityFields none = EntityFields.none(ScheduledRule.ENTITY);
        for (ScheduleDefinition schedule : schedules) {
            RuleDefinition definition = schedule.definition();
            check.checkName(definition);
            rules.add(new PreparedRule(
                    definition, Schedule.of(schedule.scheduled()), none, calls(definition, none, problems)));
        }
        return rules;
    }

    private LoadedRule open(PreparedRule prepared, Problems problems) {
        List<BoundAction> actions = new ArrayList<>();
        prepared.calls.forEach(call -> open(call, actions, problems));
        Rule rule = prepared.definition.rule();
        Condition condition = Condition.parse(rule.condition(), prepared.fields, context.clock());
        return new LoadedRule(prepared.definition, new ActiveRule(rule, condition, actions), prepared.schedule);
    }

    private static void refuse(Problems problems) {
        if (!problems.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "the observers have problems, in the schema under /observers or /schedules or in the configuration under"
                            + " /observers/rules, schedules or limits:\n  "
                            + problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n  ")));
        }
    }

    private static <T> List<T> read(
            List<JsonNode> configured,
            String section,
            String what,
            Function<JsonObject, @Nullable T> reader,
            Problems problems) {
        List<T> definitions = new ArrayList<>();
        for (int i = 0; i < configured.size(); i++) {
            String at = Pointer.to(section, i);
            if (configured.get(i) instanceof ObjectNode object) {
                T definition = reader.apply(new JsonObject(object, at, problems));
                if (definition != null) {
                    definitions.add(definition);
                }
            } else {
                problems.add(at, what + " is a section of keys");
            }
        }
        return definitions;
    }

    private List<PreparedCall<?>> calls(RuleDefinition definition, EntityFields fields, Problems problems) {
        List<PreparedCall<?>> calls = new ArrayList<>();
        List<Rule.ActionCall> actions = definition.rule().actions();
        for (int i = 0; i < actions.size(); i++) {
            String at = Pointer.to(Pointer.to(definition.at(), "actions"), i);
            ActionOffer<?> offer = kinds.offer(actions.get(i), at, problems);
            if (offer != null) {
                call(offer, actions.get(i), at, fields, problems).ifPresent(calls::add);
            }
        }
        return calls;
    }

    private <P extends Record> Optional<PreparedCall<P>> call(
            ActionOffer<P> offer, Rule.ActionCall call, String at, EntityFields fields, Problems problems) {
        return ActionKinds.bind(offer, call, at, fields, references, problems)
                .map(parameters -> new PreparedCall<>(at, offer, parameters));
    }

    private <P extends Record> void open(PreparedCall<P> call, List<BoundAction> actions, Problems problems) {
        Action<P> action = action(call.offer);
        try {
            action.check(call.parameters);
        } catch (IllegalArgumentException e) {
            problems.add(call.at, String.valueOf(e.getMessage()));
            return;
        }
        actions.add(new BoundAction(
                call.offer.name(),
                call.offer.repeatable(),
                event -> action.endpoint(call.parameters, event),
                delivery -> action.run(call.parameters, delivery)));
    }

    /**
     * Asks for a sign of life of what actions depend on that rules name.
     *
     * @return what answers, by the types of actions
     * @throws FraiseqlException {@code UNAVAILABLE} with each type that nothing can be done of
     */
    public String ping() {
        Map<String, Action<?>> named;
        synchronized (this) {
            named = new TreeMap<>(opened);
        }
        List<String> answers = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        named.forEach((name, action) -> {
            try {
                String answer = action.ping();
                if (answer != null) {
                    answers.add(name + ": " + answer);
                }
            } catch (RuntimeException e) {
                failures.add(name + ": " + e.getMessage());
            }
        });
        if (!failures.isEmpty()) {
            throw new FraiseqlException(CoreErrorCode.UNAVAILABLE, String.join("; ", failures));
        }
        return String.join(", ", answers);
    }

    /** Made when the first rule names it. */
    @SuppressWarnings("unchecked")
    private <P extends Record> Action<P> action(ActionOffer<P> offer) {
        return (Action<P>) opened.computeIfAbsent(
                offer.name(), name -> offer.create(Objects.requireNonNull(configs.get(name), name), context));
    }
}
