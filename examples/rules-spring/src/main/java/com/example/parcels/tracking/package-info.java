/** What tracking offers to other modules. */
package com.example.parcels.tracking;
