@NullMarked
package dev.seatport.testkit.rules.planted.globex.internal;

import org.jspecify.annotations.NullMarked;
