/**
 * History of a partner's seats and licenses: {@link dev.seatport.application.ledger.RecordingReview} records what a review reads, and
 * {@link dev.seatport.application.ledger.LedgerSources} returns the ports of a past moment.
 * {@link dev.seatport.application.ledger.LedgerSeatChanges} and {@link dev.seatport.application.ledger.LedgerTrueUp} compare two moments
 * and compute what to bill. For embedders and the command line, which pass the ledger.
 */
@NullMarked
package dev.seatport.application.ledger;

import org.jspecify.annotations.NullMarked;
