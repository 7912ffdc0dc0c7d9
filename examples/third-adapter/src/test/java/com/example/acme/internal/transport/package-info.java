/**
 * Protocol details that all Acme operations share. Entry: {@link com.example.acme.internal.transport.AcmeResponseConventions}. For this
 * module only.
 */
@NullMarked
package com.example.acme.internal.transport;

import org.jspecify.annotations.NullMarked;
