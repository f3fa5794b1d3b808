package io.fraiseql.server.manage;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.observer.DeadLetters;
import io.fraiseql.core.observer.LetterFilter;
import io.fraiseql.server.observer.DeadLetter;
import io.fraiseql.server.observer.FirstLetters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /api/dlq}: the deliveries that were given up. */
public final class DeadLettersResource implements Resource {

    private static final String RULE = "rule";
    private static final String ENTITY = "entity";
    private static final String ALL = "all";
    private static final String LIMIT = "limit";
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Supplier<DeadLetters> letters;

    /** @param letters asked at each call */
    public DeadLettersResource(Supplier<DeadLetters> letters) {
        this.letters = letters;
    }

    @Override
    public String name() {
        return "dlq";
    }

    @Override
    public Reply answer(Call call) {
        DeadLetters kept = letters.get();
        return switch (call.shape()) {
            case "GET 0" -> Reply.of(list(kept, call).values());
            case "GET 1" -> read(kept, call);
            case "POST 1" -> retryAll(kept, call);
            case "POST 2 retry" -> retry(kept, call);
            case "DELETE 0" -> removeAll(kept, call.allowing(RULE, ENTITY, ALL));
            case "DELETE 1" -> {
                kept.remove(List.of(one(kept, call.allowing()).row()));
                yield counted(1);
            }
            default -> throw Resource.nothing();
        };
    }

    private static FirstLetters list(DeadLetters kept, Call call) {
        long limit = call.allowing(RULE, ENTITY, LIMIT).number(LIMIT, USUAL);
        if (limit > MOST) {
            throw Call.bad("limit must be from 1 to " + MOST + "; /api/dlq/export gives all");
        }
        return FirstLetters.of(kept, filter(call), (int) limit);
    }

    /** Ids have a colon, so that they are told from what else there is. */
    private static Reply read(DeadLetters kept, Call call) {
        return switch (call.path().get(0)) {
            case "stats" -> {
                call.allowing();
                yield Reply.of(Map.of("rules", kept.stats()));
            }
            case "export" -> export(kept, filter(call.allowing(RULE, ENTITY)));
            default -> Reply.of(one(kept, call.allowing()).values());
        };
    }

    private static Reply export(DeadLetters kept, LetterFilter filter) {
        return Reply.lines(out -> kept.each(filter, page -> {
            page.forEach(row -> out.accept((new DeadLetter(row).line() + "\n").getBytes(StandardCharsets.UTF_8)));
            return true;
        }));
    }

    private static Reply removeAll(DeadLetters kept, Call call) {
        LetterFilter filter = filter(call);
        filter.requireChosen(call.flag(ALL), "?all=true", CoreErrorCode.BAD_USER_INPUT);
        return counted(kept.removeAll(filter));
    }

    private static Reply retryAll(DeadLetters kept, Call call) {
        if (!call.path().get(0).equals("retry")) {
            throw Resource.nothing();
        }
        return counted(kept.retryAll(filter(call.allowing(RULE, ENTITY))));
    }

    private static Reply retry(DeadLetters kept, Call call) {
        DeadLetter letter = one(kept, call.allowing());
        if (call.body().isBlank()) {
            kept.retry(letter.row());
        } else {
            kept.retry(letter.row(), call.body(), call.by());
        }
        return counted(1);
    }

    private static DeadLetter one(DeadLetters kept, Call call) {
        return DeadLetter.find(kept, call.path().get(0));
    }

    private static LetterFilter filter(Call call) {
        return new LetterFilter(call.text(RULE), call.text(ENTITY));
    }

    private static Reply counted(int count) {
        return Reply.of(Map.of("count", count));
    }
}
