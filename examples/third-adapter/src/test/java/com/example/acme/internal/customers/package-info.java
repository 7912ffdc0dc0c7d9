/**
 * Customer directory: requests, DTOs and mapping. Entry:
 * {@link com.example.acme.internal.customers.AcmeCustomers}. For this module only.
 */
@NullMarked
package com.example.acme.internal.customers;

import org.jspecify.annotations.NullMarked;
