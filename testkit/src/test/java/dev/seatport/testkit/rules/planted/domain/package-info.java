@NullMarked
package dev.seatport.testkit.rules.planted.domain;

import org.jspecify.annotations.NullMarked;
