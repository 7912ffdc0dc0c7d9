/**
 * Adapter for Acme. Entry: {@link com.example.acme.Acme}. For applications that embed Seatport.
 */
@NullMarked
package com.example.acme;

import org.jspecify.annotations.NullMarked;
