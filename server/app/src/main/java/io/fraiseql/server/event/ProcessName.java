package io.fraiseql.server.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What the cursors of the event log call this process. */
public final class ProcessName {

    private ProcessName() {}

    /** The machine and the process, for people, and what tells it from every other one that ever had these. */
    public static String unique() {
        return machine() + " " + ProcessHandle.current().pid() + " " + UUID.randomUUID();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }
}
