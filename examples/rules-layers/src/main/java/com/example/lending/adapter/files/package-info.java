/** Loans in a file. */
package com.example.lending.adapter.files;
