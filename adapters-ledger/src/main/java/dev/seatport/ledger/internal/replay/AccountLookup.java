package dev.seatport.ledger.internal.replay;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ledger.internal.database.Session;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts of a partner. A vendor's account at a moment is the one that was recorded last until then. */
final class AccountLookup {
    private final String partner;

    AccountLookup(String partner) {
        this.partner = partner;
    }

    Optional<Long> at(Session session, Vendor vendor, long moment) throws SQLException {
        return session.first(
                "SELECT a.account_id FROM account a JOIN run_account ra ON ra.account_id = a.account_id "
                        + "WHERE a.partner = ? AND a.vendor = ? AND ra.first_at <= ? "
                        + "ORDER BY ra.first_at DESC, ra.run_id DESC LIMIT 1",
                row -> row.getLong(1),
                partner,
                vendor.name(),
                moment);
    }

    /** Returns the accounts of all vendors at a moment, ordered by the name of the vendor. */
    Map<Long, Vendor> at(Session session, long moment) throws SQLException {
        Map<Long, Vendor> accounts = new LinkedHashMap<>();
        for (String name : session.list(
                "SELECT DISTINCT vendor FROM account WHERE partner = ? ORDER BY vendor",
                row -> row.getString(1),
                partner)) {
            Vendor vendor = new Vendor(name);
            at(session, vendor, moment).ifPresent(account -> accounts.put(account, vendor));
        }
        return accounts;
    }
}
