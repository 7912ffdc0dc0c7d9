package dev.seatport.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What arrived, in order of arrival. Thread-safe. */
final class RequestLog {
    private static final Pattern SECRET = Pattern.compile("(client_secret|client_assertion)=[^&]*");

    private final List<Entry> entries = new ArrayList<>();
    private final Runnable arrived;

    /** An empty log; {@code arrived} is told after each request, when the log is free again. */
    RequestLog(Runnable arrived) {
        this.arrived = arrived;
    }

    /** A place in the log, whose answer is told later. */
    final class Entry {
        private ReceivedRequest request;

        private Entry(ReceivedRequest request) {
            this.request = request;
        }

        void answered(int status) {
            synchronized (entries) {
                request =
                        new ReceivedRequest(request.method(), request.path(), request.query(), request.body(), status);
            }
        }
    }

    Entry add(String method, String path, String query, String body) {
        String masked = SECRET.matcher(body).replaceAll("$1=***");
        Entry entry = new Entry(new ReceivedRequest(method, path, query, masked, 0));
        synchronized (entries) {
            entries.add(entry);
        }
        arrived.run();
        return entry;
    }

    List<ReceivedRequest> snapshot() {
        synchronized (entries) {
            return entries.stream().map(entry -> entry.request).toList();
        }
    }

    void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }
}
