@NullMarked
package dev.seatport.testkit.rules.planted.json;

import org.jspecify.annotations.NullMarked;
