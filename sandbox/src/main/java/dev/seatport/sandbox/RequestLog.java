package dev.seatport.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Requests in order of arrival. Thread-safe. */
final class RequestLog {
    private static final Pattern SECRET_FIELD = Pattern.compile("(client_secret|client_assertion)=[^&]*");

    private final List<Entry> entries = new ArrayList<>();
    private final Runnable onRequest;

    /** Creates an empty log. {@code onRequest} runs after each request, outside the log's lock. */
    RequestLog(Runnable onRequest) {
        this.onRequest = onRequest;
    }

    /** Entry of the log. Its status is set when the response is written. */
    final class Entry {
        private ReceivedRequest request;

        private Entry(ReceivedRequest request) {
            this.request = request;
        }

        void setStatus(int status) {
            synchronized (entries) {
                request =
                        new ReceivedRequest(request.method(), request.path(), request.query(), request.body(), status);
            }
        }
    }

    Entry add(String method, String path, String query, String body) {
        String masked = SECRET_FIELD.matcher(body).replaceAll("$1=***");
        Entry entry = new Entry(new ReceivedRequest(method, path, query, masked, 0));
        synchronized (entries) {
            entries.add(entry);
        }
        onRequest.run();
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
