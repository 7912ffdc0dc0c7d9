/** A service that embeds Seatport. Entry: {@link dev.seatport.example.SeatsOfEveryCustomer}. Imported by nobody. */
package dev.seatport.example;
