package io.fraiseql.distribution.event;

import io.fraiseql.core.observer.JobListener;
import io.fraiseql.core.observer.ObserverListener;
import io.fraiseql.spi.Nullable;

/** Counts nothing. */
class SilentObserver implements ObserverListener, JobListener {

    @Override
    public void processed(int events) {}

    @Override
    public void failed(Failure failure) {}

    @Override
    public void acted(String action, long nanos, @Nullable Failure failure) {}

    @Override
    public void alerted(String rule) {}

    @Override
    public void deferred(String action, Deferral reason) {}

    @Override
    public void repeated(Repeat repeat) {}

    @Override
    public void circuit(String action, boolean open) {}

    @Override
    public void queued(int jobs) {}

    @Override
    public void ended(String type, End end, long nanos) {}
}
