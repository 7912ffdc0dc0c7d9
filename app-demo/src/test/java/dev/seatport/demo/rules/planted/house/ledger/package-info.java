@NullMarked
package dev.seatport.demo.rules.planted.house.ledger;

import org.jspecify.annotations.NullMarked;
