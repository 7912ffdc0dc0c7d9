/** Reminders by mail. */
package com.example.lending.adapter.mail;
