@NullMarked
package dev.seatport.testkit.rules.planted.domain.internal;

import org.jspecify.annotations.NullMarked;
