/** Inbound ports. */
package com.example.bank.application.port.in;
