@NullMarked
package dev.seatport.demo.rules.planted.house.acme;

import org.jspecify.annotations.NullMarked;
