package dev.seatport.sandbox.faults;

import java.util.Set;
import java.util.function.Function;

/**
 * A word that names a fault in a plan's text.
 *
 * @param options the options that it takes beside those of every fault
 * @param reader makes the fault, taking these options out of the item
 */
record EffectWord(Set<String> options, Function<Item, Fault> reader) {}
