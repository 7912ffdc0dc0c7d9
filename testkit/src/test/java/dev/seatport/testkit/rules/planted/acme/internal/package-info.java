@NullMarked
package dev.seatport.testkit.rules.planted.acme.internal;

import org.jspecify.annotations.NullMarked;
