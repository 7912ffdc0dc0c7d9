package dev.seatport.ledger.internal.rows;

import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.LedgerItem;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import java.util.Map;

/**
 * Row of a reading: the counts and texts of one item.
 *
 * @param key the item within its request
 * @param tenant the tenant's id in the vendor's spelling; empty if the item has none
 * @param source the response
 * @param counts the counts
 * @param facts the texts by field; a text that was not reported is missing
 */
public record ReadingRow(
        Key key, String tenant, Provenance source, Map<CountMetric, Quantity> counts, Map<String, String> facts) {
    /**
     * Identity of an item within its request.
     *
     * @param tenant the canonical id of the tenant; empty if the item has none
     * @param row the number of the row, of rows with one id in one response
     */
    public record Key(LedgerItem.Kind kind, String tenant, String code, int row) {}
}
