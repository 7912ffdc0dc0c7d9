/**
 * Bodies of responses: collected, decoded, and checked for what differs from the documents.
 */
@NullMarked
package dev.seatport.http.internal.codec;

import org.jspecify.annotations.NullMarked;
