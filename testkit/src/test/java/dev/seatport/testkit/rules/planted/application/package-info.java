@NullMarked
package dev.seatport.testkit.rules.planted.application;

import org.jspecify.annotations.NullMarked;
