package io.fraiseql.core.execute;

/** Says after each commit of a mutation that there may be events. Thread-safe. */
public final class WriteNotice {

    private volatile Runnable listener = () -> {};

    /** Sets whom to tell, on the thread of the mutation; must not block. */
    public void listen(Runnable told) {
        listener = told;
    }

    void tell() {
        listener.run();
    }
}
