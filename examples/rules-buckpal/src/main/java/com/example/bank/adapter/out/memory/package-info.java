/** Locks of accounts. */
package com.example.bank.adapter.out.memory;
