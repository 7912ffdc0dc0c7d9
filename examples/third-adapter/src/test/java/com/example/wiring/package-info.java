/**
 * Where the vendor meets a service. Entry: {@link com.example.wiring.AcmeComponent}. For the service's main program.
 */
@NullMarked
package com.example.wiring;

import org.jspecify.annotations.NullMarked;
