@NullMarked
package dev.seatport.testkit.rules.planted.reports;

import org.jspecify.annotations.NullMarked;
