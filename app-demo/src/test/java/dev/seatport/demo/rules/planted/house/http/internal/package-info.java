@NullMarked
package dev.seatport.demo.rules.planted.house.http.internal;

import org.jspecify.annotations.NullMarked;
