package com.example.bank.application.port.out;

/** Locks an account. */
public interface BankAccountLock {
    void lock(String account);

    void release(String account);
}
