package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.Target;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.contract.Behaviour;
import io.fraiseql.plugin.testkit.contract.Contract;
import io.fraiseql.plugin.testkit.contract.ContractCase;
import io.fraiseql.plugin.testkit.contract.ContractDatabase;
import io.fraiseql.plugin.testkit.contract.SqliteContractSql;
import io.fraiseql.spi.sql.Dialect;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract fails on a dialect with a mistake, in the behaviour that the mistake is about. */
class ContractFindsMistakesTest {

    private static final Map<String, UnaryOperator<Dialect>> MISTAKES = Map.of(
            "integers", MutatedDialect::withoutPredicates,
            "order", MutatedDialect::withNullsSwapped,
            "relations", MutatedDialect::withoutLastBranch,
            "pages", MutatedDialect::withoutPages,
            "relation-filters", MutatedDialect::withTwoValuedLogic,
            "text-order", MutatedDialect::withDescendingSwapped,
            "facts", MutatedDialect::withoutBuckets,
            "windows", MutatedDialect::withoutFrames,
            "capture", ForgetfulDialect::new);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integers",
                "order",
                "relations",
                "pages",
                "relation-filters",
                "text-order",
                "facts",
                "windows",
                "capture"
            })
    void aMistakeIsFound(String behaviour) {
        Dialect wrong = MISTAKES.get(behaviour).apply(Target.dialect(TestDatabase.SQLITE));
        Target target = Target.create(TestDatabase.SQLITE, folder);
        try (Contract contract = new Contract(new ContractDatabase(wrong, new SqliteContractSql(), target.open()))) {
            assertThat(Behaviour.all())
                    .filteredOn(one -> one.name().equals(behaviour))
                    .flatMap(Behaviour::cases)
                    .anyMatch(one -> fails(contract, one));
        }
    }

    private static boolean fails(Contract contract, ContractCase one) {
        try {
            contract.verify(one);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}
