/** Commands. */
package com.example.lending.cli;
