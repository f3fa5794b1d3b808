package io.fraiseql.plugin.testkit.contract;

import java.util.List;

/**
 * The cases of one file {@code contract/NAME.cases}.
 *
 * @param name the file's name without ending
 * @param title the file's first line
 */
public record Behaviour(String name, String title, List<ContractCase> cases) {

    /** Every behaviour of the contract, in the order of {@code contract/behaviours.txt}. */
    public static List<Behaviour> all() {
        return Resources.text("behaviours.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(name -> new BehaviourReader(name, Resources.text(name + ".cases")).read())
                .toList();
    }
}
