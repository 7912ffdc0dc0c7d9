/** Code that the use cases share. Not exported. */
@NullMarked
package dev.seatport.application.internal;

import org.jspecify.annotations.NullMarked;
