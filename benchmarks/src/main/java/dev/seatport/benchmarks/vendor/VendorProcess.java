package dev.seatport.benchmarks.vendor;

import dev.seatport.benchmarks.process.Jvm;
import java.io.IOException;
import java.util.List;

/** Running vendors. Closing ends their process. */
public final class VendorProcess implements AutoCloseable {
    private static final List<String> FLAGS = List.of("-Xmx256m");

    private final Jvm process;
    private final int port;

    private VendorProcess(Jvm process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts vendors and waits until they listen. */
    public static VendorProcess start(VendorOptions options) throws IOException {
        Jvm process = Jvm.start(FLAGS, VendorMain.class, options.arguments());
        return new VendorProcess(process, Integer.parseInt(process.readLine()));
    }

    public int port() {
        return port;
    }

    /** Returns the requests so far. */
    public CallCounter calls() throws IOException {
        process.writeLine("calls");
        return CallCounter.of(process.readLine());
    }

    @Override
    public void close() {
        process.close();
    }
}
