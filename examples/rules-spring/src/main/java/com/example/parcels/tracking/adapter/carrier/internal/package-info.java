/** Codes of the carrier. */
package com.example.parcels.tracking.adapter.carrier.internal;
