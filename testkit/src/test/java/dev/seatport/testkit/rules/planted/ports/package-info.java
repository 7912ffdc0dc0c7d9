@NullMarked
package dev.seatport.testkit.rules.planted.ports;

import org.jspecify.annotations.NullMarked;
