/**
 * Contract tests of the adapter over HTTP, with a server that plays Acme. No other module imports this package.
 */
@NullMarked
package com.example.acmetests;

import org.jspecify.annotations.NullMarked;
