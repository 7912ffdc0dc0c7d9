package dev.seatport.sandbox.faults;

/**
 * Kinds of faults, as the statistics count them. In the text of a plan a kind has the name of its constant, in small letters with
 * dashes; a status is named by its number.
 */
public enum FaultKind {
    /** The answer waits. */
    LATENCY,
    /** Another status is answered. */
    STATUS,
    /** More calls in a second than the vendor takes. */
    LIMIT,
    /** The connection is reset (RST) within the answer. */
    RESET,
    /** The connection is closed (FIN), if not told otherwise before the answer. */
    CLOSE,
    /** The answer stops within, and the connection stays open. */
    STALL,
    /** The answer comes byte by byte. */
    DRIP,
    /** The connection is closed (FIN) before the bytes that {@code Content-Length} announced have come. */
    TRUNCATE,
    /** The answer announces no length, and the connection's end cuts its body. */
    CUT,
    /** A chunked body without its last chunk. */
    OPEN_CHUNKS,
    /** A chunked body with a chunk whose size is no number. */
    BAD_CHUNK,
    /** A whole HTTP body that holds a part of its JSON document. */
    JSON_CUT,
    /** A web page in place of the document. */
    HTML,
    /** A good status and no body. */
    EMPTY,
    /** Any other text in place of the document. */
    BODY,
    /** Keys or values other than documented. */
    DRIFT,
    /** Rows were inserted or removed since the pages before. */
    SHIFT,
    /** The total count changes from page to page. */
    TOTAL,
    /** A row comes twice on one page. */
    DUPLICATE_ROW,
    /** A page without the rows that belong on it. */
    EMPTY_PAGE,
    /** The first page, whatever page is asked for. */
    SAME_PAGE,
    /** A token is issued that dies before its time. */
    TOKEN_DIES,
    /** A token's life is announced in an odd way, or not at all. */
    EXPIRES_IN
}
