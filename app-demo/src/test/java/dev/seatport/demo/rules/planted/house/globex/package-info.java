@NullMarked
package dev.seatport.demo.rules.planted.house.globex;

import org.jspecify.annotations.NullMarked;
