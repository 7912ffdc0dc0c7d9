@NullMarked
package dev.seatport.demo.rules.planted.house.domain.internal;

import org.jspecify.annotations.NullMarked;
