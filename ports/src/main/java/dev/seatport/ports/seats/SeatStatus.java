package dev.seatport.ports.seats;

/** Which seats a question is about, for vendors that can be asked about one sort only. */
public enum SeatStatus {
    AVAILABLE,
    ASSIGNED
}
