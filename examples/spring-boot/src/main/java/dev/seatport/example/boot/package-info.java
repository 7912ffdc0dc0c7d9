/** Spring Boot service that reviews one customer on request and lists the customers as a stream. */
@NullMarked
package dev.seatport.example.boot;

import org.jspecify.annotations.NullMarked;
