/** Books. */
package com.example.lending.domain.book;
