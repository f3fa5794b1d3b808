package io.fraiseql.core.plan;

import io.fraiseql.core.plan.RowProgram.Member;
import io.fraiseql.spi.Nullable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Follows the making of a {@link RowProgram} and keeps which instruction writes which member. One thread. */
final class MemberRecorder {

    private final Deque<Frame> open = new ArrayDeque<>();
    private List<Member> object = List.of();

    private static final class Frame {
        private final List<Member> done = new ArrayList<>();
        private String key = "";
        private String type = "";
        private int op = -1;
        private @Nullable String constant;
        private List<Member> members = List.of();
        private boolean pending;

        private void finish() {
            if (pending) {
                done.add(new Member(key, type, op, constant, members));
            }
            pending = false;
            op = -1;
            constant = null;
            members = List.of();
        }
    }

    void begin() {
        open.push(new Frame());
    }

    /** Whether the object that was begun last has no member yet. */
    boolean first() {
        Frame frame = open.element();
        return frame.done.isEmpty() && !frame.pending;
    }

    void member(String key, String type) {
        Frame frame = open.element();
        frame.finish();
        frame.pending = true;
        frame.key = key;
        frame.type = type;
    }

    /** The first instruction of a member is the one that writes it, or tells whether it is there. */
    void value(int op) {
        Frame frame = open.peek();
        if (frame != null && frame.pending && frame.op < 0) {
            frame.op = op;
        }
    }

    void constant(String text) {
        open.element().constant = text;
    }

    void end() {
        Frame frame = open.pop();
        frame.finish();
        Frame outer = open.peek();
        if (outer == null) {
            object = frame.done;
        } else {
            outer.members = frame.done;
        }
    }

    /** The members of the outermost object. */
    List<Member> object() {
        return object;
    }
}
