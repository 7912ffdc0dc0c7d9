package dev.seatport.ports.seats;

/** Filter of seats by status, for vendors that support one. */
public enum SeatStatusFilter {
    AVAILABLE,
    ASSIGNED
}
