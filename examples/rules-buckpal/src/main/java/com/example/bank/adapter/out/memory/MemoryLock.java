package com.example.bank.adapter.out.memory;

import com.example.bank.application.port.out.BankAccountLock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Locks in memory. */
public final class MemoryLock implements BankAccountLock {
    private final Set<String> locked = ConcurrentHashMap.newKeySet();

    @Override
    public void lock(String account) {
        if (!locked.add(account)) {
            throw new IllegalStateException(account + " is locked");
        }
    }

    @Override
    public void release(String account) {
        locked.remove(account);
    }
}
