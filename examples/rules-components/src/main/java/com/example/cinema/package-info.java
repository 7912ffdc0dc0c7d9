/** Main class and wiring. */
package com.example.cinema;
