/**
 * The command line: parses arguments, runs a command, exits. Entry: {@link dev.seatport.demo.cli.Main}. Imported by nobody.
 */
@NullMarked
package dev.seatport.demo.cli;

import org.jspecify.annotations.NullMarked;
