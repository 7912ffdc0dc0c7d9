package dev.seatport.domain.customer;

/** How the vendor's service is doing for a customer, as the vendor says it. */
public enum CustomerStatus {
    /** The vendor says that there is no status (it says so: nothing was left out). */
    NOT_AVAILABLE,
    /** The service runs. */
    WORKING,
    /** The service failed. */
    FAILED,
    /** The customer has not been configured yet. */
    WAITING_FOR_CONFIGURATION,
    /** Several things are wrong. */
    MULTIPLE_ISSUES,
    /** The last run ended with an exception. */
    FINISHED_WITH_EXCEPTION,
    /** There was nothing new to back up. */
    NO_BACKUP_UPDATES,
    /** The vendor reported no status, or one that this version does not know; its text is kept beside it. */
    UNKNOWN
}
