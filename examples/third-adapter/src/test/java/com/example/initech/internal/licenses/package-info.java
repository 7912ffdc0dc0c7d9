/** Licenses of Initech's tenants. Entry: {@link com.example.initech.internal.licenses.InitechLicenses}. */
@NullMarked
package com.example.initech.internal.licenses;

import org.jspecify.annotations.NullMarked;
