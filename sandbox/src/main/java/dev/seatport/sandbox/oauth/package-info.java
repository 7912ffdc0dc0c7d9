/**
 * Simulated OAuth token servers and their tokens. Entry: {@link dev.seatport.sandbox.oauth.TokenServer}. Used by the package {@code
 * dev.seatport.sandbox}, and by the vendors' packages to check bearer tokens.
 */
@NullMarked
package dev.seatport.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
