/**
 * What an adapter of an HTTP vendor implements and is handed: operations, requests, pages, row mappers, credentials, limits.
 */
@NullMarked
package dev.seatport.http.spi;

import org.jspecify.annotations.NullMarked;
