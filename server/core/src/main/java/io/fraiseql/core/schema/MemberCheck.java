package io.fraiseql.core.schema;

import io.fraiseql.core.model.Discriminator;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.spi.Nullable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks where the rows of an interface's or union's members come from, and how each tells its type. */
final class MemberCheck {

    private final Targets targets;
    private final Problems problems;

    MemberCheck(Targets targets, Problems problems) {
        this.targets = targets;
        this.problems = problems;
    }

    @Nullable
    Discriminator resolve(
            String at, String owner, List<ObjectType> members, @Nullable DiscriminatorDefinition discriminator) {
        for (ObjectType member : members) {
            if (member.source().kind() == Source.Kind.EMBEDDED) {
                problems.add(
                        at,
                        "`" + member.name() + "` is a member of `" + owner + "` and has no source",
                        "give `" + member.name() + "` a `sql_source`");
            }
        }
        if (discriminator == null) {
            ownSources(at, owner, members);
            return null;
        }
        sharedSource(discriminator.at(), owner, members);
        values(discriminator, owner, members);
        return discriminator.column() == null
                ? null
                : new Discriminator(
                        targets.check(Pointer.to(discriminator.at(), "column"), "column", discriminator.column()),
                        Collections.unmodifiableMap(new LinkedHashMap<>(discriminator.values())));
    }

    private void ownSources(String at, String owner, List<ObjectType> members) {
        Map<Source, String> readers = new HashMap<>();
        for (ObjectType member : members) {
            if (member.source().kind() != Source.Kind.EMBEDDED) {
                String other = readers.putIfAbsent(member.source(), member.name());
                if (other != null) {
                    problems.add(
                            at,
                            "`" + other + "` and `" + member.name() + "` read the same source, so `" + owner
                                    + "` would have each row twice",
                            "add `discriminator`");
                }
            }
        }
    }

    private void sharedSource(String at, String owner, List<ObjectType> members) {
        for (ObjectType member : members) {
            if (!member.source().equals(members.get(0).source())) {
                problems.add(
                        at,
                        "`" + members.get(0).name() + "` and `" + member.name() + "` have other sources, and a"
                                + " discriminator tells the members of `" + owner + "` apart in one",
                        "write the same `sql_source` in both, or remove `discriminator`");
            }
        }
    }

    private void values(DiscriminatorDefinition discriminator, String owner, List<ObjectType> members) {
        List<String> names = members.stream().map(ObjectType::name).toList();
        String pointer = Pointer.to(discriminator.at(), "values");
        discriminator.values().forEach((text, name) -> {
            if (!names.contains(name)) {
                problems.addUnknown(
                        Pointer.to(pointer, text), "`" + name + "` is no member of `" + owner + "`", name, names);
            }
        });
        for (String name : names) {
            if (!discriminator.values().containsValue(name)) {
                problems.add(pointer, "no value of the discriminator means `" + name + "`", "add one");
            }
        }
    }
}
