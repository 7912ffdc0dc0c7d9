package dev.seatport.demo.plugin;

import dev.seatport.demo.config.Setting;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.util.List;
import java.util.Map;

/** Simulation of a vendor in the sandbox. */
public interface VendorSimulation {
    /** Returns the settings of a client of the simulated vendor, in the order to print. */
    Map<Setting<?>, String> settings(Sandbox sandbox);

    /** Returns the ids of a simulated customer at this vendor; empty if the vendor does not list it. */
    List<String> customerIds(SimulatedCustomer customer);
}
