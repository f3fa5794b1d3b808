package io.fraiseql.core.surface;

import io.fraiseql.spi.Nullable;

/** The place of a value inside an argument or variable; written out only for an error. */
record InputPath(@Nullable InputPath parent, String segment, int depth) {

    static InputPath root(String name) {
        return new InputPath(null, name, 1);
    }

    InputPath member(String name) {
        return new InputPath(this, "." + name, depth + 1);
    }

    InputPath element(int index) {
        return new InputPath(this, "[" + index + "]", depth + 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (InputPath path = this; path != null; path = path.parent) {
            text.insert(0, path.segment);
        }
        return text.toString();
    }
}
