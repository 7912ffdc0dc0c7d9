@NullMarked
package dev.seatport.testkit.rules.planted.testkit;

import org.jspecify.annotations.NullMarked;
