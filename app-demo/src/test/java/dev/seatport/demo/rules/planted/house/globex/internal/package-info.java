@NullMarked
package dev.seatport.demo.rules.planted.house.globex.internal;

import org.jspecify.annotations.NullMarked;
