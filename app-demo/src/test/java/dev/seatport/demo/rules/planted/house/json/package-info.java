@NullMarked
package dev.seatport.demo.rules.planted.house.json;

import org.jspecify.annotations.NullMarked;
