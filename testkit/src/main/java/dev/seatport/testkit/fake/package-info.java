/**
 * The outbound ports in memory, for tests: {@link dev.seatport.testkit.fake.InMemoryCustomerDirectory} and its
 * neighbours answer from rows that they were given, refuse what an adapter refuses, fail when they are told to, and
 * remember what they were asked. For tests only.
 */
@NullMarked
package dev.seatport.testkit.fake;

import org.jspecify.annotations.NullMarked;
