/**
 * The rules of the house as a library: {@link dev.seatport.testkit.rules.HexagonRules} checks who knows whom, over
 * Seatport itself or over the adapters of whoever embeds it. For tests only.
 */
@NullMarked
package dev.seatport.testkit.rules;

import org.jspecify.annotations.NullMarked;
