/** Licenses of Acme's tenants. Entry: {@link com.example.acme.internal.licenses.AcmeLicenses}. */
@NullMarked
package com.example.acme.internal.licenses;

import org.jspecify.annotations.NullMarked;
