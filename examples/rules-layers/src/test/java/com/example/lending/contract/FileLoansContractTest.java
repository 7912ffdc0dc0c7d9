package com.example.lending.contract;

import com.example.lending.adapter.files.FileLoans;
import com.example.lending.ports.LoanStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileLoansContractTest extends LoanStoreContract {
    @TempDir
    Path folder;

    @Override
    protected LoanStore emptyStore() {
        return new FileLoans(folder.resolve("loans.txt"));
    }
}
