/**
 * Protocol details that all Graph operations share. Entry: {@link
 * dev.seatport.graph.internal.transport.GraphResponseConventions}. For this module only.
 */
@NullMarked
package dev.seatport.graph.internal.transport;

import org.jspecify.annotations.NullMarked;
