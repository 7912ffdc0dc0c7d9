@NullMarked
package dev.seatport.demo.rules.planted.house.ports;

import org.jspecify.annotations.NullMarked;
