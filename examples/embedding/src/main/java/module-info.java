/** A service that embeds Seatport: it requires one adapter, and sees the ports and the domain through it. */
module dev.seatport.example {
    requires dev.seatport.avepoint;
}
