/** Scans of a carrier. */
package com.example.parcels.tracking.adapter.carrier;
