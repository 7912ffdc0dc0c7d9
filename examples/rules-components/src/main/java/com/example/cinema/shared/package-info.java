/** Shared kernel. */
package com.example.cinema.shared;
