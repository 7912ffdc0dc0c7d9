/**
 * Both vendors in a process of their own: as fast as can be, or as slow as they are told to be. They answer as their documents
 * say and check nothing: entry {@link dev.seatport.benchmarks.vendor.VendorProcess}. What really tries a client out is the sandbox.
 */
@NullMarked
package dev.seatport.benchmarks.vendor;

import org.jspecify.annotations.NullMarked;
