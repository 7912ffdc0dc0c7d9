/** Main class. */
package com.example.parcels;
