/** Loans of books. */
package com.example.lending.domain.loan;
