/** Directory that keeps a listing of customers, for services that review single customers. */
@NullMarked
package dev.seatport.application.customers;

import org.jspecify.annotations.NullMarked;
