/**
 * Fakes of the outbound ports, such as {@link dev.seatport.testkit.fake.InMemoryCustomerDirectory}. Tests add rows and failures and
 * read the queries. A fake rejects the same ids as an adapter. For tests only.
 */
@NullMarked
package dev.seatport.testkit.fake;

import org.jspecify.annotations.NullMarked;
