package com.example.lending.adapter.files;

import com.example.lending.adapter.files.internal.LoanLine;
import com.example.lending.domain.loan.Loan;
import com.example.lending.ports.LoanStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Keeps loans in a file. */
public final class FileLoans implements LoanStore {
    private final Path file;

    public FileLoans(Path file) {
        this.file = file;
    }

    @Override
    public void save(Loan loan) {
        try {
            Files.writeString(file, LoanLine.of(loan) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Loan> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(LoanLine::parse).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
