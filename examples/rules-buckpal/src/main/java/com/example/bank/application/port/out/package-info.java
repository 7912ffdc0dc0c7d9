/** Outbound ports. */
package com.example.bank.application.port.out;
