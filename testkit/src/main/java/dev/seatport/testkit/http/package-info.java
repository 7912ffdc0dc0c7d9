/** Helpers for tests of adapters over HTTP: a server that sends exact bytes, a listener, log and memory checks. */
@NullMarked
package dev.seatport.testkit.http;

import org.jspecify.annotations.NullMarked;
