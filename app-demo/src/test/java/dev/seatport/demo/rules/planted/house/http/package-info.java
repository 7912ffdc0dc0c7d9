@NullMarked
package dev.seatport.demo.rules.planted.house.http;

import org.jspecify.annotations.NullMarked;
