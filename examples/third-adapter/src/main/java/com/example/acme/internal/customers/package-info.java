/** Customers of Acme. Entry: {@link com.example.acme.internal.customers.AcmeCustomers}. */
@NullMarked
package com.example.acme.internal.customers;

import org.jspecify.annotations.NullMarked;
