/** SPI for adapters of HTTP vendors: operations, requests, pages, row mappers, credentials and limits. */
@NullMarked
package dev.seatport.http.spi;

import org.jspecify.annotations.NullMarked;
