package io.fraiseql.plugin.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.plugin.testkit.contract.ContractCase.Answer;
import io.fraiseql.plugin.testkit.contract.ContractCase.Need;
import io.fraiseql.plugin.testkit.contract.ContractCase.Refusal;
import io.fraiseql.plugin.testkit.contract.ContractCase.Step;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The contract on one database: makes its tables, then verifies cases. A case that needs a capability is also verified to be refused
 * by a dialect without it. One thread.
 */
public final class Contract implements AutoCloseable {

    private final ContractDatabase target;
    private final ContractSchema schema;
    private final OtherClient other;
    private final AtomicInteger statements = new AtomicInteger();
    private final CountingDatabase database;
    private final Map<String, ContractEngine> engines = new HashMap<>();

    /** Makes the tables in an empty database. */
    public Contract(ContractDatabase target) {
        this.target = target;
        this.other = new OtherClient(target.database());
        this.database = new CountingDatabase(target.database(), statements);
        ContractTables tables = new ContractTables(target.dialect(), target.sql());
        other.run(tables.statements());
        this.schema = new ContractSchema(target.database().introspect(List.of()), tables);
    }

    /** Product and version of the database. */
    public String version() {
        return target.database().ping();
    }

    /**
     * Runs a case.
     *
     * @throws AssertionError saying what is not as expected
     */
    public ContractResult verify(ContractCase contractCase) {
        Need need = contractCase.needs();
        Dialect dialect = target.dialect();
        if (need != null) {
            boolean here = dialect.capabilities().contains(need.capability());
            refuse(contractCase, need.without(), here ? new Narrowed(dialect, need.capability()) : dialect);
            if (!here) {
                return new ContractResult(contractCase, need.without().code());
            }
        }
        answer(contractCase, dialect);
        for (Capability capability : contractCase.alsoWithout()) {
            if (dialect.capabilities().contains(capability)) {
                answer(contractCase, new Narrowed(dialect, capability));
            }
        }
        return new ContractResult(contractCase, null);
    }

    private void answer(ContractCase contractCase, Dialect dialect) {
        ContractEngine engine = engine(dialect, contractCase.with());
        for (Step step : contractCase.steps()) {
            other.run(step.before());
            statements.set(0);
            String json = engine.ask(step);
            Answer answer = step.answer();
            Refusal refusal = step.refusal();
            if (answer != null) {
                compare(step, answer, json, !step.document().startsWith("mutation"));
            } else if (refusal != null) {
                compare(step, refusal, json);
            }
        }
    }

    /** The dialect lacks what the case needs: the schema or the operation is refused. */
    private void refuse(ContractCase contractCase, Refusal expected, Dialect dialect) {
        Step first = contractCase.steps().get(0);
        ContractEngine engine;
        statements.set(0);
        try {
            engine = engine(dialect, contractCase.with());
        } catch (FraiseqlException e) {
            compare(first, expected, e.code().name(), String.valueOf(e.getMessage()));
            return;
        }
        compare(first, expected, engine.ask(first));
    }

    private ContractEngine engine(Dialect dialect, @Nullable String part) {
        String key = dialect.capabilities() + " " + part;
        ContractEngine known = engines.get(key);
        if (known == null) {
            known = new ContractEngine(schema.text(part), dialect, database);
            engines.put(key, known);
            if (part != null) {
                other.run(known.triggers());
            }
        }
        return known;
    }

    private void compare(Step step, Answer expected, String json, boolean counted) {
        JsonNode answer = Resources.json(json, "the answer " + json);
        if (answer.has("errors")) {
            throw failed(step, expected.json(), json);
        }
        String prefix = "{\"data\":";
        String data = json.substring(prefix.length(), json.length() - 1);
        boolean same = expected.anyOrder()
                ? Resources.sorted(Resources.json(expected.json(), "the case"))
                        .equals(Resources.sorted(answer.get("data")))
                : data.equals(expected.json());
        if (!json.startsWith(prefix) || !same) {
            throw failed(step, expected.json(), data);
        }
        if (counted) {
            countStatements(step, answer.get("data"));
        }
    }

    private void countStatements(Step step, JsonNode data) {
        long fields = data.propertyStream()
                .filter(field -> !field.getKey().startsWith("__"))
                .count();
        if (statements.get() != fields) {
            throw failed(step, fields + " statements, one for each root field", statements + " statements");
        }
    }

    private void compare(Step step, Refusal expected, String json) {
        JsonNode error = Resources.json(json, "the answer " + json).at("/errors/0");
        compare(
                step,
                expected,
                error.at("/extensions/code").asText(),
                error.path("message").asText());
    }

    private void compare(Step step, Refusal expected, String code, String message) {
        String found = code + " " + message;
        if (!code.equals(expected.code()) || !message.contains(expected.message())) {
            throw failed(step, expected.code() + " …" + expected.message() + "…", found);
        }
        if (expected.beforeSql() && statements.get() != 0) {
            throw failed(step, "a refusal before any SQL", statements + " statements");
        }
    }

    private static AssertionError failed(Step step, String expected, String found) {
        return new AssertionError(
                step.document() + (step.variables().isEmpty() ? "" : "variables " + step.variables() + "\n")
                        + "expected " + expected + "\ngot      " + found);
    }

    @Override
    public void close() {
        engines.values().forEach(ContractEngine::close);
        target.database().close();
    }
}
