package dev.seatport.domain.customer;

/** Status of the vendor's service for a customer, as the vendor reports it. */
public enum CustomerServiceStatus {
    /** The vendor reported explicitly that there is no status. */
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
    /** The vendor reported no status, or one that this version does not support; {@link Customer#statusText()} keeps it. */
    UNKNOWN
}
