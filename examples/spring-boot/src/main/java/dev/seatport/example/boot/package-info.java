/** Spring Boot service that reads customers and licenses through Seatport's ports. */
package dev.seatport.example.boot;
