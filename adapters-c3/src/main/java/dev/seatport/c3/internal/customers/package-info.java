/**
 * Customer directory: requests, DTOs and mapping. Entry: {@link dev.seatport.c3.internal.customers.C3Customers}. For this module
 * only.
 */
@NullMarked
package dev.seatport.c3.internal.customers;

import org.jspecify.annotations.NullMarked;
