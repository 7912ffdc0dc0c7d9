@NullMarked
package dev.seatport.testkit.rules.planted.acme;

import org.jspecify.annotations.NullMarked;
