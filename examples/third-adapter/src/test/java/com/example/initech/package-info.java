/**
 * Adapter for Initech, an invented vendor with a token per tenant and pages that link to the next one. Entry: {@link
 * com.example.initech.Initech}.
 */
@NullMarked
package com.example.initech;

import org.jspecify.annotations.NullMarked;
