/**
 * Adapter for Microsoft Graph. Entry: {@link dev.seatport.graph.Graph}. For applications that embed Seatport.
 */
@NullMarked
package dev.seatport.graph;

import org.jspecify.annotations.NullMarked;
