package io.fraiseql.core.rule;

import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.rule.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads one condition by descent. Used once. */
final class ConditionParser {

    private static final int MAX_DEPTH = 64;

    private final List<Token> tokens;
    private final EntityFields fields;
    private final Functions functions;
    private int next;
    private int depth;

    ConditionParser(String text, EntityFields fields, Functions functions) {
        this.tokens = Lexer.tokens(text);
        this.fields = fields;
        this.functions = functions;
    }

    Predicate parse() {
        Predicate condition = or();
        if (peek().kind() != Kind.END) {
            throw unexpected("AND, OR or the end");
        }
        return condition;
    }

    private Predicate or() {
        Predicate left = and();
        while (accept("||") || accept("OR")) {
            left = Predicate.or(left, and());
        }
        return left;
    }

    private Predicate and() {
        Predicate left = not();
        while (accept("&&") || accept("AND")) {
            left = Predicate.and(left, not());
        }
        return left;
    }

    private Predicate not() {
        Token start = peek();
        if (++depth > MAX_DEPTH) {
            throw new RuleSyntaxException(start.at(), "nested deeper than " + MAX_DEPTH + " levels");
        }
        Predicate condition = accept("!") || accept("NOT") ? Predicate.not(not()) : primary();
        depth--;
        return condition;
    }

    private Predicate primary() {
        if (accept("(")) {
            Predicate inner = or();
            expect(")");
            return inner;
        }
        Token word = peek();
        if (word.kind() == Kind.WORD && isCall() && Functions.PREDICATES.contains(Functions.name(word.text()))) {
            return predicate(Functions.name(take().text()));
        }
        return comparison(operand());
    }

    private Predicate predicate(String name) {
        expect("(");
        Token field = take();
        if (field.kind() != Kind.WORD) {
            throw new RuleSyntaxException(field.at(), "`" + name + "` needs the name of a field first");
        }
        Path path = path(field);
        Predicate made = name.equals("has_field") ? Functions.hasField(path) : change(name, path, field);
        expect(")");
        return made;
    }

    private Predicate change(String name, Path path, Token field) {
        if (!fields.hasBoth()) {
            throw new RuleSyntaxException(
                    field.at(),
                    "`" + name
                            + "` compares the row before and after, which only updates have that the server or triggers note; say `\"event\": \"UPDATE\"`");
        }
        if (path.image() != EventRow.Image.ROW) {
            throw new RuleSyntaxException(field.at(), "write the field without `old` or `new`");
        }
        Predicate changed = Functions.changed(path);
        if (name.equals("changed")) {
            return changed;
        }
        expect(",");
        Token sign = new Token(Kind.SIGN, "==", peek().at());
        Path compared = name.equals("changed_to") ? path : path.before();
        return Predicate.and(changed, Comparisons.compare(Operand.of(compared, field.at()), sign, literal()));
    }

    private Predicate comparison(Operand left) {
        Token sign = peek();
        if (accept("IS")) {
            return nullTest(left);
        }
        boolean negated = accept("NOT");
        if (accept("IN")) {
            return negate(negated, Comparisons.in(left, list()));
        }
        if (accept("LIKE")) {
            Token pattern = take();
            if (pattern.kind() != Kind.STRING) {
                throw new RuleSyntaxException(pattern.at(), "LIKE needs a text in quotes");
            }
            return negate(negated, Comparisons.like(left, pattern));
        }
        if (negated) {
            throw unexpected("IN or LIKE");
        }
        if (List.of("==", "=", "!=", "<>", "<", "<=", ">", ">=").stream().anyMatch(this::accept)) {
            return Comparisons.compare(left, sign, right(sign));
        }
        if (left.kind() == ValueKind.BOOLEAN && !left.literal()) {
            return Comparisons.truth(left);
        }
        throw unexpected("a comparison");
    }

    private Operand right(Token sign) {
        if (peek().is("NULL")) {
            throw new RuleSyntaxException(sign.at(), "nothing is equal to null; write IS NULL or IS NOT NULL");
        }
        return operand();
    }

    private Predicate nullTest(Operand left) {
        boolean negated = accept("NOT");
        expect("NULL");
        Path path = left.path();
        if (path == null) {
            throw new RuleSyntaxException(left.at(), "IS NULL is for fields, and `" + left.text() + "` is none");
        }
        return negate(negated, Comparisons.isNull(path));
    }

    private List<Operand> list() {
        expect("(");
        List<Operand> values = new ArrayList<>();
        do {
            values.add(literal());
        } while (accept(","));
        expect(")");
        return values;
    }

    private Operand operand() {
        Token token = peek();
        if (token.kind() != Kind.WORD || token.is("TRUE") || token.is("FALSE")) {
            return literal();
        }
        if (isCall()) {
            return call();
        }
        return Operand.of(path(take()), token.at());
    }

    private Operand call() {
        Token word = take();
        String name = Functions.name(word.text());
        if (!Functions.VALUES.contains(name)) {
            TreeSet<String> known = new TreeSet<>(Functions.VALUES);
            known.addAll(Functions.PREDICATES);
            String nearest = Nearest.to(name, known);
            throw new RuleSyntaxException(
                    word.at(),
                    "there is no function `" + word.text() + "`"
                            + (nearest == null
                                    ? "; there are " + String.join(", ", known)
                                    : "; did you mean `" + nearest + "`?"));
        }
        expect("(");
        List<Operand> arguments = name.equals("now") ? List.of() : List.of(operand());
        expect(")");
        return functions.value(name, arguments, word);
    }

    private Operand literal() {
        Token token = peek();
        if (token.kind() == Kind.SIGN || token.kind() == Kind.END) {
            throw unexpected("a value");
        }
        next++;
        return switch (token.kind()) {
            case NUMBER -> Operand.literal(ValueKind.NUMBER, token);
            case STRING -> Operand.literal(ValueKind.TEXT, token);
            case WORD -> {
                if (token.is("TRUE") || token.is("FALSE")) {
                    yield Operand.literal(ValueKind.BOOLEAN, token);
                }
                throw new RuleSyntaxException(token.at(), token.shown() + " is no value; texts stand in quotes");
            }
            case SIGN, END -> throw unexpected("a value");
        };
    }

    private Path path(Token word) {
        return fields.path(List.of(word.text().split("\\.", -1)), word.at(), false);
    }

    private boolean isCall() {
        return next + 1 < tokens.size() && tokens.get(next + 1).is("(");
    }

    private static Predicate negate(boolean negated, Predicate predicate) {
        return negated ? Predicate.not(predicate) : predicate;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    private boolean accept(String symbol) {
        if (peek().is(symbol)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw unexpected("`" + symbol + "`");
        }
    }

    private RuleSyntaxException unexpected(String wanted) {
        Token token = peek();
        return new RuleSyntaxException(token.at(), "expected " + wanted + ", not " + token.shown());
    }
}
