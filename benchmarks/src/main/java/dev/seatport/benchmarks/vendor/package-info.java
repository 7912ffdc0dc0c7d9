/**
 * Both vendors in another process, as fast as possible or with latency and rate limit. Their responses follow the documents; requests are
 * not checked. Entry: {@link dev.seatport.benchmarks.vendor.VendorProcess}. The sandbox is the strict simulation.
 */
@NullMarked
package dev.seatport.benchmarks.vendor;

import org.jspecify.annotations.NullMarked;
