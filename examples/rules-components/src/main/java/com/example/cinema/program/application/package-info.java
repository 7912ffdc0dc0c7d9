/** Use cases of the program. */
package com.example.cinema.program.application;
