@NullMarked
package dev.seatport.demo.rules.planted.house.sandbox;

import org.jspecify.annotations.NullMarked;
