/**
 * License consumption: requests, DTOs and mapping. Entry: {@link dev.seatport.c3.internal.licenses.C3Licenses}. For this module
 * only.
 */
@NullMarked
package dev.seatport.c3.internal.licenses;

import org.jspecify.annotations.NullMarked;
