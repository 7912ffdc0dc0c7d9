@NullMarked
package dev.seatport.demo.rules.planted.house.demo;

import org.jspecify.annotations.NullMarked;
