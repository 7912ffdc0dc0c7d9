package dev.seatport.ledger.internal.replay;

import dev.seatport.ledger.internal.database.Session;
import dev.seatport.ledger.internal.rows.Codes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs of one account, and the requests that each of them read completely. Not thread-safe. */
final class RunReadings {
    private final List<RunStartTime> runs = new ArrayList<>();
    private final Map<String, Set<Long>> foldedRuns = new HashMap<>();
    private final Map<Long, Map<Long, Integer>> own = new HashMap<>();

    /** Run with its start, in microseconds since 1970. */
    record RunStartTime(long run, long started) {}

    /** Loads the runs of an account, in the order of their ids. */
    static RunReadings load(Session session, long account) throws SQLException {
        RunReadings readings = new RunReadings();
        session.each(
                "SELECT r.run_id, r.started FROM run_account ra JOIN run r ON r.run_id = ra.run_id WHERE ra.account_id = ? "
                        + "ORDER BY r.run_id",
                row -> readings.runs.add(new RunStartTime(row.getLong(1), row.getLong(2))),
                account);
        session.each(
                "SELECT dataset, run_id FROM dataset_reading WHERE account_id = ?",
                row -> readings.foldedRuns
                        .computeIfAbsent(row.getString(1), unused -> new HashSet<>())
                        .add(row.getLong(2)),
                account);
        return readings;
    }

    /** Replaces the rows of requests by those of other requests. */
    void loadRequests(Session session, List<Long> requests) throws SQLException {
        own.clear();
        session.each(
                "SELECT request_id, run_id, state FROM reading WHERE " + session.inIds("request_id"),
                row -> own.computeIfAbsent(row.getLong(1), unused -> new HashMap<>())
                        .put(row.getLong(2), row.getInt(3)),
                new Session.Ids(requests));
    }

    List<RunStartTime> runs() {
        return runs;
    }

    /** Returns whether a run read a request completely. Valid while the customer and tenant of the request are not gone. */
    boolean isComplete(long request, String dataset, long firstRun, long run) {
        Integer state = own.getOrDefault(request, Map.of()).get(run);
        if (state != null) {
            return state == Codes.READING_COMPLETE || state == Codes.READING_RESUMED;
        }
        return run >= firstRun && foldedRuns.getOrDefault(dataset, Set.of()).contains(run);
    }
}
