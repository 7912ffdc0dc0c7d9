/** Use cases. */
package com.example.bank.application.domain.service;
