/**
 * Access tokens: fetched once however many wait, kept while they live. Entry:
 * {@link dev.seatport.http.internal.auth.TokenCache}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.auth;

import org.jspecify.annotations.NullMarked;
