package dev.seatport.sandbox.faults;

/**
 * Kinds of faults in the statistics. In the text of a plan a kind is its constant's name in lower case with dashes. A status is its
 * number.
 */
public enum FaultKind {
    /** The response is delayed. */
    LATENCY,
    /** Another status is sent. */
    STATUS,
    /** Calls above the rate limit get 429. */
    LIMIT,
    /** The connection is reset (RST) within the response. */
    RESET,
    /** The connection is closed (FIN), by default before the response. */
    CLOSE,
    /** The response stops, and the connection stays open. */
    STALL,
    /** The response is sent byte by byte. */
    DRIP,
    /** The connection is closed (FIN) before all bytes announced by {@code Content-Length}. */
    TRUNCATE,
    /** The response has no length, and closing the connection cuts its body. */
    CUT,
    /** A chunked body has no last chunk. */
    OPEN_CHUNKS,
    /** A chunked body has a chunk with an invalid size. */
    BAD_CHUNK,
    /** A complete HTTP body holds a part of its JSON document. */
    JSON_CUT,
    /** A web page replaces the document. */
    HTML,
    /** Status 200 has no body. */
    EMPTY,
    /** Any other text replaces the document. */
    BODY,
    /** Keys or values differ from the document. */
    DRIFT,
    /** Rows were inserted or removed since the earlier pages. */
    SHIFT,
    /** The total count changes from page to page. */
    TOTAL,
    /** A row is sent twice on one page. */
    DUPLICATE_ROW,
    /** A page has no rows. */
    EMPTY_PAGE,
    /** The rows of page 1 are sent for every page. */
    SAME_PAGE,
    /** A token expires before its announced lifetime. */
    TOKEN_DIES,
    /** The lifetime of a token is announced in an unusual form or not at all. */
    EXPIRES_IN
}
