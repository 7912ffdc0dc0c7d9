package dev.seatport.benchmarks.call;

import java.util.List;

/** Row of tenant seats as a handwritten client would declare it. */
record WireRow(int type, String tenantId, String tenantName, long availableUserSeat, long assignedUserSeat) {
    /** Page of rows. */
    record Page(List<WireRow> data, Metadata metadata) {
        void reportTo(ClientUnderTest.ResultCallback callback) {
            long assigned = 0;
            for (WireRow row : data) {
                assigned += row.assignedUserSeat();
            }
            callback.completed(data.size(), assigned);
        }
    }

    record Metadata(int pageIndex, int pageSize, int totalCount) {}
}
