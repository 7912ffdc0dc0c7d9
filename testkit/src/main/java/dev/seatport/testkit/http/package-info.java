/** Helpers for tests of adapters over real HTTP: a server that answers byte by byte, listeners, log and memory checks. */
@NullMarked
package dev.seatport.testkit.http;

import org.jspecify.annotations.NullMarked;
