/**
 * The vendors' OAuth token servers and the tokens that they issued. Entries: {@link
 * dev.seatport.sandbox.oauth.AvePointTokenServer}, {@link dev.seatport.sandbox.oauth.C3TokenServer}. Imported by the sandbox's
 * entry, and by the vendors' rooms to check bearers.
 */
@NullMarked
package dev.seatport.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
