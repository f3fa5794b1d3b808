package io.fraiseql.bench.columnar;

/** Where the rows of a bare server come from. One thread. */
interface Feed extends AutoCloseable {

    /** Fills a batch; false when there is no row left. */
    boolean fill(Measurements rows) throws Exception;

    /** The same batch so many times, from memory. */
    static Feed memory(int batches) {
        return new Feed() {
            private int left = batches;

            @Override
            public boolean fill(Measurements rows) {
                if (left == batches) {
                    for (int i = 0; i < Measurements.BATCH; i++) {
                        Sample.write(rows, i);
                    }
                    rows.root.setRowCount(Measurements.BATCH);
                }
                return left-- > 0;
            }

            @Override
            public void close() {}
        };
    }
}
