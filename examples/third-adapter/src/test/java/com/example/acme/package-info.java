/**
 * Acme behind the ports. Entry: {@link com.example.acme.Acme}. For whoever wires Seatport.
 */
@NullMarked
package com.example.acme;

import org.jspecify.annotations.NullMarked;
