@NullMarked
package dev.seatport.demo.rules.planted.house.reports;

import org.jspecify.annotations.NullMarked;
