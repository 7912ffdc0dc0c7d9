/** Which name somebody meant who misspelt one. Entry: {@link dev.seatport.demo.names.Nearest}. */
@NullMarked
package dev.seatport.demo.names;

import org.jspecify.annotations.NullMarked;
