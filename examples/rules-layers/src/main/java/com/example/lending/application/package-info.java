/** Use cases. */
package com.example.lending.application;
