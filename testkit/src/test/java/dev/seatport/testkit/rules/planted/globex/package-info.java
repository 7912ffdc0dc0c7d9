@NullMarked
package dev.seatport.testkit.rules.planted.globex;

import org.jspecify.annotations.NullMarked;
