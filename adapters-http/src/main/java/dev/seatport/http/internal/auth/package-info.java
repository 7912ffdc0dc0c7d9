/**
 * Access tokens: cached per audience and scope, fetched once for all waiting calls. Entry: {@link
 * dev.seatport.http.internal.auth.TokenCache}. For this module only.
 */
@NullMarked
package dev.seatport.http.internal.auth;

import org.jspecify.annotations.NullMarked;
