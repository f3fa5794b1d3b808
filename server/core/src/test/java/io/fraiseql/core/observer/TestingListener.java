package io.fraiseql.core.observer;

import io.fraiseql.spi.Nullable;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. */
final class TestingListener implements ObserverListener {

    final List<String> told = new ArrayList<>();

    @Override
    public void processed(int events) {
        told.add("processed " + events);
    }

    @Override
    public void failed(Failure failure) {
        told.add("failed " + failure);
    }

    @Override
    public void acted(String action, long nanos, @Nullable Failure failure) {
        told.add("acted " + action + " " + failure);
    }

    @Override
    public void alerted(String rule) {
        told.add("alerted " + rule);
    }

    @Override
    public void deferred(String action, Deferral reason) {
        told.add("deferred " + action + " " + reason);
    }

    @Override
    public void repeated(Repeat repeat) {
        told.add("repeated " + repeat);
    }

    @Override
    public void circuit(String action, boolean open) {
        told.add("circuit " + action + " " + open);
    }
}
