/**
 * How every adapter must behave, port by port, as abstract JUnit classes: whoever writes an adapter extends one for each
 * port that it offers, {@link dev.seatport.testkit.contract.CustomerDirectoryContract} and its neighbours, and
 * {@link dev.seatport.testkit.contract.PublisherContract} for each listing. For tests only.
 */
@NullMarked
package dev.seatport.testkit.contract;

import org.jspecify.annotations.NullMarked;
