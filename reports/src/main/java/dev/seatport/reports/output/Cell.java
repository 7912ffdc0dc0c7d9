package dev.seatport.reports.output;

/** A value with parts, which JSON shows as an object and everything else as one text. */
interface Cell {
    /** The parts in one text. */
    String text();
}
