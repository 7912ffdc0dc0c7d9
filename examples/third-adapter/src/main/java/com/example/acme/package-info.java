/** Adapter for Acme. Entry: {@link com.example.acme.Acme}. */
@NullMarked
package com.example.acme;

import org.jspecify.annotations.NullMarked;
