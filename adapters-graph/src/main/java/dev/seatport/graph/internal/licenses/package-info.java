/**
 * License consumption: requests, DTOs and mapping. Entry: {@link dev.seatport.graph.internal.licenses.GraphLicenses}. For this
 * module only.
 */
@NullMarked
package dev.seatport.graph.internal.licenses;

import org.jspecify.annotations.NullMarked;
