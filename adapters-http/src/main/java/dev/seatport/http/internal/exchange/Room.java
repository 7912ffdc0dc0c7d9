package dev.seatport.http.internal.exchange;

/**
 * How much memory the bodies that are being gathered may take together. Each has its own limit, but many large ones at once
 * could still fill a small heap. Used on one event loop.
 */
final class Room {
    private final long bytes;
    private long taken;

    Room(long bytes) {
        this.bytes = bytes;
    }

    /** Takes that much, if there is that much left. */
    boolean take(int wanted) {
        if (wanted > bytes - taken) {
            return false;
        }
        taken += wanted;
        return true;
    }

    void giveBack(long given) {
        taken -= given;
    }
}
