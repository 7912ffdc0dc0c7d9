/**
 * The contracts that the adapter passes, over HTTP, and the vendor behind it. Imported by nobody.
 */
@NullMarked
package com.example.acmetests;

import org.jspecify.annotations.NullMarked;
