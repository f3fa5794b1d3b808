package io.fraiseql.core.introspect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that are taken, and the next free one where the wanted one is among them. */
final class FreeNames {

    private final Set<String> taken;
    private final Set<String> given = new HashSet<>();
    private final List<String> endings;
    private final List<String> notes;

    FreeNames(Set<String> taken, List<String> notes) {
        this(taken, List.of(), notes);
    }

    /**
     * @param endings what is put behind each given name to make names that are taken too
     */
    FreeNames(Set<String> taken, List<String> endings, List<String> notes) {
        this.taken = new HashSet<>(taken);
        this.endings = endings;
        this.notes = notes;
    }

    private boolean isFree(String name) {
        return !taken.contains(name) && endings.stream().noneMatch(ending -> given.contains(name + ending));
    }

    /**
     * Takes the first free one of some names, or the last with a number behind it, and notes when it is not the first.
     *
     * @param what the owner of the name, for the note
     */
    String take(String what, List<String> wanted) {
        String name = wanted.stream().filter(this::isFree).findFirst().orElseGet(() -> numbered(wanted));
        if (!name.equals(wanted.get(0))) {
            notes.add(what + " is called `" + name + "`, because `" + wanted.get(0) + "` is taken");
        }
        given.add(name);
        taken.add(name);
        endings.forEach(ending -> taken.add(name + ending));
        return name;
    }

    private String numbered(List<String> wanted) {
        String base = wanted.get(wanted.size() - 1);
        int number = 2;
        while (!isFree(base + number)) {
            number++;
        }
        return base + number;
    }
}
