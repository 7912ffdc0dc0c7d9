/**
 * Customer directory: requests, DTOs and mapping. Entry: {@link dev.seatport.graph.internal.customers.GraphCustomers}. For this
 * module only.
 */
@NullMarked
package dev.seatport.graph.internal.customers;

import org.jspecify.annotations.NullMarked;
