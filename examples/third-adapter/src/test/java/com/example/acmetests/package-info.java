/** Tests of the example of an adapter. */
@NullMarked
package com.example.acmetests;

import org.jspecify.annotations.NullMarked;
