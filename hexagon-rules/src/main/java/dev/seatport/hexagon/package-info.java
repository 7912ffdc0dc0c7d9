/**
 * Architecture rules for hexagonal projects. {@link dev.seatport.hexagon.Hexagon} declares the layers and checks the classes.
 * {@link dev.seatport.hexagon.RuleProof} proves that each rule fails on a violating class. {@link
 * dev.seatport.hexagon.ModuleDescriptorCheck}, {@link dev.seatport.hexagon.ContractTestCheck} and {@link dev.seatport.hexagon.ModuleTableCheck}
 * compare the classes with Maven, module descriptors, tests and documents. For tests only.
 */
@NullMarked
package dev.seatport.hexagon;

import org.jspecify.annotations.NullMarked;
