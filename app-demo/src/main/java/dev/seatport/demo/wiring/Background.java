package dev.seatport.demo.wiring;

/** What is done beside what the command does meanwhile; it keeps no process from ending. */
final class Background {
    private Background() {}

    /** Begins something, on a thread of its own. */
    static void begin(Runnable work) {
        Thread thread = new Thread(work, "seatport-start");
        thread.setDaemon(true);
        thread.start();
    }
}
