@NullMarked
package dev.seatport.demo.rules.planted.house.application;

import org.jspecify.annotations.NullMarked;
