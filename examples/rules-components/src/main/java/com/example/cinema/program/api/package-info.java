/** What the program offers to other components. */
package com.example.cinema.program.api;
