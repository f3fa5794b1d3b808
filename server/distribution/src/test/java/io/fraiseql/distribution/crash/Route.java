package io.fraiseql.distribution.crash;

/**
 * One action of a rule, as the receiver sees it.
 *
 * @param path of its URL
 * @param suffix of the delivery's id behind that of the event
 * @param before the path of the action that must be done before; null for none
 * @param all whether it is for all events, or for deletes only
 * @param ordered whether the events of a row come in their order
 */
record Route(String path, String suffix, String before, boolean all, boolean ordered) {

    Route(String path, String suffix, boolean all, boolean ordered) {
        this(path, suffix, null, all, ordered);
    }

    /** The same when another action comes first. */
    Route after(String action) {
        return new Route(path, suffix, action, all, ordered);
    }

    boolean isFor(LoggedEvent event) {
        return all || event.type().equals("DELETE");
    }
}
