package io.fraiseql.plugin.testkit.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract as a test: a container for each behaviour, a test for each case. A plugin's test extends it and says which database to
 * use; see docs/plugin-author.md.
 */
public abstract class BaseContractTest {

    /** Opens an empty database; ends the test as not run, by an assumption, where its server is missing. */
    protected abstract ContractDatabase database();

    @TestFactory
    Stream<DynamicContainer> contract() {
        Contract contract = new Contract(database());
        return Behaviour.all().stream()
                .map(behaviour -> DynamicContainer.dynamicContainer(
                        behaviour.name(),
                        behaviour.cases().stream()
                                .map(one -> DynamicTest.dynamicTest(one.title(), () -> contract.verify(one)))))
                .onClose(contract::close);
    }
}
