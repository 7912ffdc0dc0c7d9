/**
 * The vendors' OAuth token servers and the tokens that they issued. Entry: {@link
 * dev.seatport.sandbox.oauth.TokenServer}. Imported by the sandbox's entry, and by the vendors' packages to check bearers.
 */
@NullMarked
package dev.seatport.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
