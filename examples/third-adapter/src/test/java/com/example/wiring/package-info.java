/**
 * Dependency injection of the adapter. Entry: {@link com.example.wiring.AcmeComponent}. For the main program of a service.
 */
@NullMarked
package com.example.wiring;

import org.jspecify.annotations.NullMarked;
