/**
 * Seatport's use cases: which vendor is asked what, in which order, and what the answers mean together. Speaks JDK types
 * at its border; Mutiny stays inside.
 */
module dev.seatport.application {
    requires transitive dev.seatport.ports;
    requires io.smallrye.mutiny;
    requires static org.jspecify;

    exports dev.seatport.application.review;
}
