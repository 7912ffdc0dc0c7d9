/** Commands at a terminal. */
package com.example.bank.adapter.in.terminal;
