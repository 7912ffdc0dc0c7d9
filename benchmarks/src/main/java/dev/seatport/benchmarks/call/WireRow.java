package dev.seatport.benchmarks.call;

import java.util.List;

/** The records that somebody writes who calls the vendor by hand. */
record WireRow(int type, String tenantId, String tenantName, long availableUserSeat, long assignedUserSeat) {
    /** A page of them. */
    record Page(List<WireRow> data, Metadata metadata) {
        void tell(ClientUnderTest.Done done) {
            long assigned = 0;
            for (WireRow row : data) {
                assigned += row.assignedUserSeat();
            }
            done.page(data.size(), assigned);
        }
    }

    record Metadata(int pageIndex, int pageSize, int totalCount) {}
}
