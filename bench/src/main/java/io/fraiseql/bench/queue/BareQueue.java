package io.fraiseql.bench.queue;

/** A queue of jobs written by hand, with nothing but what it takes to lose none. One thread adds, another takes. */
public interface BareQueue extends AutoCloseable {

    /** Adds so many jobs, numbered from {@code first}. */
    void add(int first, int count);

    /** Claims jobs, reads their events and ends them; returns how many. */
    int take(int most);

    @Override
    void close();
}
