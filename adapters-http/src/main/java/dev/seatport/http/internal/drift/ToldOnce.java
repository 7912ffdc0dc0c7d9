package dev.seatport.http.internal.drift;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells a client's watcher of each drift once, and from then on how often it comes again. It remembers a bounded number: a vendor
 * that invents names without end is told as one drift more. Rows that repeat are told each time; other news does not pass here.
 * Thread-safe.
 */
public final class ToldOnce implements VendorWatcher {
    static final int MOST = 100;
    static final Drift AND_MORE = new Drift("$", "differs in more ways than are told one by one");

    /** A vendor may echo a secret as the name of a field. */
    static final Drift SECRET = new Drift("$", "a field whose name holds a secret of this client");

    private final VendorWatcher watcher;
    private final Predicate<String> secret;
    private final Set<Sighting> told = new HashSet<>();

    private record Sighting(String operation, Drift drift) {}

    /**
     * A watcher in front of another one.
     *
     * @param secret whether a path must not be shown
     */
    public ToldOnce(VendorWatcher watcher, Predicate<String> secret) {
        this.watcher = watcher;
        this.secret = secret;
    }

    @Override
    public void drifted(Vendor vendor, String operation, Drift drift) {
        Drift kept = kept(operation, drift);
        if (isNew(operation, kept)) {
            watcher.drifted(vendor, operation, kept);
        } else {
            watcher.driftedAgain(vendor, operation, kept, 1);
        }
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, Drift drift, long times) {
        watcher.driftedAgain(vendor, operation, kept(operation, drift), times);
    }

    @Override
    public void rowRepeated(Vendor vendor, String operation) {
        watcher.rowRepeated(vendor, operation);
    }

    private synchronized Drift kept(String operation, Drift drift) {
        if (told.contains(new Sighting(operation, drift))) {
            return drift;
        }
        if (secret.test(drift.path())) {
            return SECRET;
        }
        return told.size() < MOST ? drift : AND_MORE;
    }

    private synchronized boolean isNew(String operation, Drift drift) {
        // What stands for all the rest is no business of one operation.
        return told.add(new Sighting(drift.equals(AND_MORE) ? "" : operation, drift));
    }
}
