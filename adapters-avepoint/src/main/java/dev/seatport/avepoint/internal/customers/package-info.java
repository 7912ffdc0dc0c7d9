/**
 * Customer directory: requests, DTOs and mapping. Entry: {@link dev.seatport.avepoint.internal.customers.AvePointCustomers}. For
 * this module only.
 */
@NullMarked
package dev.seatport.avepoint.internal.customers;

import org.jspecify.annotations.NullMarked;
