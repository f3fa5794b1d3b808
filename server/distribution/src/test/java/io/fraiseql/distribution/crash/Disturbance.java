package io.fraiseql.distribution.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One thing that is done to a run.
 *
 * @param kill whether the victim is killed, or suspended
 */
record Disturbance(Victim kind, boolean kill) {

    /** All of a run, in an order that is left to chance. */
    static List<Disturbance> all(CrashOptions options, Random random) {
        List<Disturbance> all = new ArrayList<>();
        for (Victim kind : options.victims()) {
            all.addAll(Collections.nCopies(options.kills(), new Disturbance(kind, true)));
            if (kind.reads() || kind.works()) {
                all.addAll(Collections.nCopies(options.suspensions(), new Disturbance(kind, false)));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }
}
