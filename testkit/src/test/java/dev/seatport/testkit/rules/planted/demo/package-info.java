@NullMarked
package dev.seatport.testkit.rules.planted.demo;

import org.jspecify.annotations.NullMarked;
