@NullMarked
package dev.seatport.testkit.rules.planted.http.internal;

import org.jspecify.annotations.NullMarked;
