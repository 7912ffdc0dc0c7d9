/**
 * History of a partner's seats and licenses: {@link dev.seatport.application.ledger.RecordingReview} records what a review reads, and
 * {@link dev.seatport.application.ledger.LedgerSources} returns the ports of a past moment. For embedders and the command line, which
 * pass the ledger.
 */
@NullMarked
package dev.seatport.application.ledger;

import org.jspecify.annotations.NullMarked;
