@NullMarked
package dev.seatport.testkit.rules.planted.http;

import org.jspecify.annotations.NullMarked;
