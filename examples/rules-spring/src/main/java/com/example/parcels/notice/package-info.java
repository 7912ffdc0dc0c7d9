/** What notices offer to other modules. */
package com.example.parcels.notice;
