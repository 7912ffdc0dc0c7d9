/** Main class and wiring. */
package com.example.bank;
