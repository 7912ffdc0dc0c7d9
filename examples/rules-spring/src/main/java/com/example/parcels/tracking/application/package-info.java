/** Use cases of tracking. */
package com.example.parcels.tracking.application;
