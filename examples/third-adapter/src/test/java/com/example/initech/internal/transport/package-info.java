/** Constants and error bodies that all Initech operations share. */
@NullMarked
package com.example.initech.internal.transport;

import org.jspecify.annotations.NullMarked;
