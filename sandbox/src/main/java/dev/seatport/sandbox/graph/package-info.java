/**
 * Simulated Microsoft Graph v1.0, as its documents describe it. Entry: {@link dev.seatport.sandbox.graph.GraphSandboxApi}. Used by the
 * package {@code dev.seatport.sandbox} only.
 */
@NullMarked
package dev.seatport.sandbox.graph;

import org.jspecify.annotations.NullMarked;
