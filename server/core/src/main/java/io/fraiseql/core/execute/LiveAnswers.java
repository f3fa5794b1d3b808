package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.json.Utf8Buffer;
import io.fraiseql.core.live.LiveEvent;
import io.fraiseql.core.live.LiveQuery;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.SubscriptionPlan;
import io.fraiseql.core.rule.RuleEvaluationException;
import io.fraiseql.core.rule.Truth;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.RequestContext;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.event.Event;
import java.util.Arrays;

/** Answers one client's subscription, each event by what its image has. Thread-safe. */
final class LiveAnswers implements LiveQuery {

    private static final int USUAL = 512;

    private final SubscriptionPlan plan;
    private final RequestContext context;
    private final int limit;

    /** @param limit how many bytes one answer may have */
    LiveAnswers(SubscriptionPlan plan, RequestContext context, int limit) {
        this.plan = plan;
        this.context = context;
        this.limit = limit;
    }

    @Override
    public String entity() {
        return plan.subscription().entity();
    }

    @Override
    public Event.@Nullable Type event() {
        return plan.subscription().event();
    }

    @Override
    public @Nullable String organisation() {
        return context.identity().organisation();
    }

    @Override
    public @Nullable Long after() {
        return plan.after();
    }

    @Override
    public byte @Nullable [] answer(LiveEvent event) {
        Utf8Buffer out = new Utf8Buffer(USUAL, limit);
        try {
            if (plan.filter().test(event.row()) != Truth.TRUE) {
                return null;
            }
            ascii(out, "{\"data\":{");
            out.write(RootPlan.label(plan.key()));
            byte[] json = event.json();
            plan.row().write(json, 0, json.length, out);
            out.write((byte) '}');
        } catch (RuleEvaluationException e) {
            broken(new FraiseqlException(CoreErrorCode.NOT_FOUND, String.valueOf(e.getMessage()), e), out);
        } catch (FraiseqlException e) {
            broken(e, out);
        }
        extensions(event.event(), out);
        return Arrays.copyOf(out.array(), out.length());
    }

    private void broken(FraiseqlException error, Utf8Buffer out) {
        out.clear();
        ascii(out, "{\"errors\":[");
        ErrorWriter.error(error, plan.key(), context, out);
        ascii(out, "],\"data\":{");
        out.write(RootPlan.label(plan.key()));
        out.nul();
        out.write((byte) '}');
    }

    private static void extensions(Event event, Utf8Buffer out) {
        ascii(
                out,
                ",\"extensions\":{\"event\":{\"id\":\"" + event.id() + "\",\"position\":\"" + event.position()
                        + "\",\"type\":\"" + event.type() + "\"}}}");
    }

    private static void ascii(Utf8Buffer out, String text) {
        out.write(RootPlan.utf8(text));
    }
}
