@NullMarked
package dev.seatport.demo.rules.planted.house.testkit;

import org.jspecify.annotations.NullMarked;
