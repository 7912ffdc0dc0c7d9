/** Seat history in a database: SQLite, embedded, or PostgreSQL. The database drivers and Flyway are internal dependencies. */
// "requires-automatic": the jar of Flyway has no module descriptor.
@SuppressWarnings("requires-automatic")
module dev.seatport.ledger {
    requires com.zaxxer.hikari;
    requires transitive dev.seatport.ports;
    requires flyway.core;
    requires io.smallrye.mutiny;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports dev.seatport.ledger;
}
