/** Scans in memory. */
package com.example.parcels.tracking.adapter.memory;
