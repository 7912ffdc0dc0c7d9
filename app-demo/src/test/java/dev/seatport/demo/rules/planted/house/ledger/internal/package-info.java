@NullMarked
package dev.seatport.demo.rules.planted.house.ledger.internal;

import org.jspecify.annotations.NullMarked;
