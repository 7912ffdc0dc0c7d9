@NullMarked
package dev.seatport.demo.rules.planted.house.acme.internal;

import org.jspecify.annotations.NullMarked;
