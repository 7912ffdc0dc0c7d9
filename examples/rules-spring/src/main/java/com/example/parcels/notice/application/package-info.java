/** Use cases of notices. */
package com.example.parcels.notice.application;
