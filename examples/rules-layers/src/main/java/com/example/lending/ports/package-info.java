/** Ports of the core. */
package com.example.lending.ports;
