package io.fraiseql.plugin.testkit.contract;

import io.fraiseql.core.compile.PlanSql;
import io.fraiseql.core.compile.StatementCompiler;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.scalar.ScalarCatalog;
import io.fraiseql.core.schema.SchemaLoader;
import io.fraiseql.plugin.testkit.contract.ContractCase.Refusal;
import io.fraiseql.plugin.testkit.contract.ContractCase.Step;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The statements of the contract for a database that is not here: what its parsers must take. One thread. */
public final class ContractStatements {

    private final ScalarCatalog scalars = new ScalarCatalog();
    private final Dialect dialect;
    private final ContractSchema schema;
    private final Map<String, StatementCompiler> compilers = new LinkedHashMap<>();

    /**
     * Of a dialect.
     *
     * @param read the type of a column by its declaration, as {@link ContractSql#type} writes it and introspection would find it
     */
    public ContractStatements(Dialect dialect, ContractSql sql, Function<String, SqlType> read) {
        this.dialect = dialect;
        ContractTables tables = new ContractTables(dialect, sql);
        this.schema = new ContractSchema(tables.described(read), tables);
    }

    /**
     * The roots of each request that comes to the database, by case, step and field; not those that need what the dialect lacks.
     *
     * @throws io.fraiseql.spi.error.FraiseqlException if a request that is answered elsewhere is refused
     */
    public Map<String, RootPlan> roots() {
        Map<String, RootPlan> roots = new LinkedHashMap<>();
        for (Behaviour behaviour : Behaviour.all()) {
            for (ContractCase one : behaviour.cases()) {
                ContractCase.Need need = one.needs();
                if (need == null || dialect.capabilities().contains(need.capability())) {
                    add(one, roots);
                }
            }
        }
        return roots;
    }

    private void add(ContractCase one, Map<String, RootPlan> roots) {
        int number = 0;
        for (Step step : one.steps()) {
            number++;
            Refusal refusal = step.refusal();
            if (refusal != null && refusal.beforeSql()) {
                continue;
            }
            for (RootPlan root : compiler(one.with())
                    .plan(step.document(), step.operationName(), step.variables())
                    .roots()) {
                if (PlanSql.of(root) != null) {
                    roots.put(one + ", " + number + ", " + root.key(), root);
                }
            }
        }
    }

    private StatementCompiler compiler(@Nullable String part) {
        return compilers.computeIfAbsent(
                String.valueOf(part),
                key -> new StatementCompiler(
                        new SchemaLoader(scalars.types())
                                .load(schema.text(part), List.of(dialect.name()))
                                .orThrow(),
                        dialect,
                        scalars::codec));
    }
}
