/** Transfers as lines of CSV. */
package com.example.bank.adapter.out.csv;
