package dev.seatport.sandbox.faults;

/** The kinds of faults, as a ledger counts them and a plan's text names them. */
public enum FaultKind {
    /** The answer waits. */
    LATENCY("latency"),
    /** Another status is answered. */
    STATUS("status"),
    /** More calls in a second than the vendor takes. */
    LIMIT("limit"),
    /** The connection is reset (RST) within the answer. */
    RESET("reset"),
    /** The connection is closed (FIN), if not told otherwise before the answer. */
    CLOSE("close"),
    /** The answer stops within, and the connection stays open. */
    STALL("stall"),
    /** The answer comes byte by byte. */
    DRIP("drip"),
    /** The connection is closed (FIN) before the bytes that {@code Content-Length} announced have come. */
    TRUNCATE("truncate"),
    /** The answer announces no length, and the connection's end cuts its body. */
    CUT("cut"),
    /** A chunked body without its last chunk. */
    OPEN_CHUNKS("open-chunks"),
    /** A chunked body with a chunk whose size is no number. */
    BAD_CHUNK("bad-chunk"),
    /** A whole HTTP body that holds a part of its JSON document. */
    BROKEN_JSON("json-cut"),
    /** A web page in place of the document. */
    HTML("html"),
    /** A good status and no body. */
    EMPTY("empty"),
    /** Any other text in place of the document. */
    BODY("body"),
    /** Keys or values other than documented. */
    DRIFT("drift"),
    /** Rows were inserted or removed since the pages before. */
    SHIFT("shift"),
    /** The total count changes from page to page. */
    TOTAL("total"),
    /** A row comes twice on one page. */
    DUPLICATE_ROW("duplicate-row"),
    /** A page without the rows that belong on it. */
    EMPTY_PAGE("empty-page"),
    /** The first page, whatever page is asked for. */
    SAME_PAGE("same-page"),
    /** A token is issued that dies before its time. */
    TOKEN_DIES("token-dies"),
    /** A token's life is announced in an odd way, or not at all. */
    EXPIRES_IN("expires-in");

    private final String word;

    FaultKind(String word) {
        this.word = word;
    }

    /** Its name in a plan's text; a status is named by its number there. */
    public String word() {
        return word;
    }
}
