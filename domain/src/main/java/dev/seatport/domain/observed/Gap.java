package dev.seatport.domain.observed;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import org.jspecify.annotations.Nullable;

/**
 * Something that should have been read and was not.
 *
 * @param customer whose numbers are missing; {@code null} if it is not known of whom (a listing of customers broke off)
 * @param vendor who did not answer
 * @param source which question it was
 * @param kind why
 * @param explanation one line for people, with neither secrets nor bodies in it
 */
public record Gap(@Nullable CustomerId customer, Vendor vendor, Dataset source, FailureKind kind, String explanation) {}
