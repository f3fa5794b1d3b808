package io.fraiseql.plugin.testkit.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * The contract as a test: a container for each behaviour, a test for each case. A plugin's test extends it and says which database to
 * use; see docs/plugin-author.md.
 */
public abstract class BaseContractTest {

    /** Opens an empty database; ends the test as not run, by an assumption, where its server is missing. */
    protected abstract ContractDatabase database();

    @TestFactory
    Stream<DynamicContainer> contract() {
        ContractDatabase database;
        try {
            database = database();
        } catch (TestAbortedException e) {
            return Stream.of(DynamicContainer.dynamicContainer("not run", Stream.of(notRun(e))));
        }
        Contract contract = new Contract(database);
        return Behaviour.all().stream()
                .map(behaviour -> DynamicContainer.dynamicContainer(
                        behaviour.name(),
                        behaviour.cases().stream()
                                .map(one -> DynamicTest.dynamicTest(one.title(), () -> contract.verify(one)))))
                .onClose(contract::close);
    }

    /** A test that is counted; without one nobody would see that there was none. */
    private static DynamicTest notRun(TestAbortedException reason) {
        return DynamicTest.dynamicTest(String.valueOf(reason.getMessage()), () -> {
            throw reason;
        });
    }
}
