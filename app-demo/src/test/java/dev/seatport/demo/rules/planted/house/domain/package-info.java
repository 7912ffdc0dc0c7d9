@NullMarked
package dev.seatport.demo.rules.planted.house.domain;

import org.jspecify.annotations.NullMarked;
