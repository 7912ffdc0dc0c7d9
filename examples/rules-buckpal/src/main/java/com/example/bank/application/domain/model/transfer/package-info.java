/** Transfers. */
package com.example.bank.application.domain.model.transfer;
