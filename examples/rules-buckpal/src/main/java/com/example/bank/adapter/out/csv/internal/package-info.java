/** Lines of the CSV file. */
package com.example.bank.adapter.out.csv.internal;
