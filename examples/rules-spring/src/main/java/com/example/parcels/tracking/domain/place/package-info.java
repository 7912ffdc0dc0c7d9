/** Places. */
package com.example.parcels.tracking.domain.place;
