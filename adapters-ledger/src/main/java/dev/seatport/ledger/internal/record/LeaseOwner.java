package dev.seatport.ledger.internal.record;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * Process that holds a lease.
 *
 * @param started the start of the process in milliseconds since 1970, because process ids are used again; 0 if it is not known
 */
record LeaseOwner(String host, long process, long started) {
    private static final String UNKNOWN_HOST = "unknown";

    static LeaseOwner current() {
        ProcessHandle process = ProcessHandle.current();
        return new LeaseOwner(hostName(), process.pid(), startOf(process));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return UNKNOWN_HOST;
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Returns whether the owner was a process of this host that has ended. */
    boolean hasEnded(LeaseOwner current) {
        if (!host.equals(current.host) || host.equals(UNKNOWN_HOST)) {
            return false;
        }
        return ProcessHandle.of(process)
                .map(alive -> !alive.isAlive() || startOf(alive) != started)
                .orElse(true);
    }
}
