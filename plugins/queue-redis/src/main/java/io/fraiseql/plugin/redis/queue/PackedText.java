package io.fraiseql.plugin.redis.queue;

/** Texts as one text: of each its length, a colon, and the text. */
final class PackedText {

    private PackedText() {}

    /** Packs. */
    static final class Writer {

        private final StringBuilder out;

        Writer(int length) {
            this.out = new StringBuilder(length);
        }

        Writer add(String text) {
            out.append(text.length()).append(':').append(text);
            return this;
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }

    /** Unpacks. */
    static final class Reader {

        private final String packed;
        private int at;

        Reader(String packed) {
            this.packed = packed;
        }

        String next() {
            int colon = packed.indexOf(':', at);
            int begin = colon + 1;
            int end = begin + Integer.parseInt(packed, at, colon, 10);
            at = end;
            return packed.substring(begin, end);
        }
    }
}
