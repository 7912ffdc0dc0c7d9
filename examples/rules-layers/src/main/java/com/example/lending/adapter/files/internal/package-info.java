/** Lines of the file. */
package com.example.lending.adapter.files.internal;
