/** What tracking needs. */
package com.example.parcels.tracking.spi;
