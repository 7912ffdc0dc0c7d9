/**
 * Architecture rules as a library: {@link dev.seatport.testkit.rules.HexagonRules} checks the dependencies of Seatport and of
 * adapters in other projects. For tests only.
 */
@NullMarked
package dev.seatport.testkit.rules;

import org.jspecify.annotations.NullMarked;
