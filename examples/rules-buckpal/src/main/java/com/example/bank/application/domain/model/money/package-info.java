/** Amounts. */
package com.example.bank.application.domain.model.money;
