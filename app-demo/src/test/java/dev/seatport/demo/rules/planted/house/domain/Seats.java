package dev.seatport.demo.rules.planted.house.domain;

public final class Seats {
    private final SeatId id;

    private Seats(Builder builder) {
        this.id = builder.id;
    }

    public SeatId id() {
        return id;
    }

    public static final class Builder {
        private SeatId id = new SeatId("none");

        public Builder id(SeatId given) {
            this.id = given;
            return this;
        }

        public Seats build() {
            return new Seats(this);
        }
    }
}
