/** Error bodies, rate limits and checks of all Acme operations. Entry: {@link com.example.acme.internal.transport.AcmeResponseConventions}. */
@NullMarked
package com.example.acme.internal.transport;

import org.jspecify.annotations.NullMarked;
