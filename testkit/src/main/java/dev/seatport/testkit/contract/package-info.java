/**
 * Contracts of the ports as abstract JUnit classes. The author of an adapter extends one for each port, such as
 * {@link dev.seatport.testkit.contract.CustomerDirectoryContract}, and
 * {@link dev.seatport.testkit.contract.PublisherContract} for each listing. For tests only.
 */
@NullMarked
package dev.seatport.testkit.contract;

import org.jspecify.annotations.NullMarked;
