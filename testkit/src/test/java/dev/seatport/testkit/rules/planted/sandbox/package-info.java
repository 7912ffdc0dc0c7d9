@NullMarked
package dev.seatport.testkit.rules.planted.sandbox;

import org.jspecify.annotations.NullMarked;
