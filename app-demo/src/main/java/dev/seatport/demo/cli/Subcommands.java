package dev.seatport.demo.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The commands by their names, in the order in which the help tells them. */
final class Subcommands {
    private static final List<Entry> ALL = List.of(
            new Entry(
                    "demo",
                    "Simulate both vendors on free ports of this machine, and print the review of what they say; a few answers are missing on purpose.",
                    DemoCommand::new),
            new Entry(
                    "sandbox",
                    "Simulate both vendors on this machine until interrupted, and print the settings that lead there.",
                    SandboxCommand::new),
            new Entry("customers", "List all customers of a vendor.", CustomersCommand::new),
            new Entry("customer", "Show one customer of a vendor.", CustomerCommand::new),
            new Entry("tenant-seats", "List the user seats of a customer's tenants.", TenantSeatsCommand::new),
            new Entry(
                    "product-seats",
                    "Show the seats of a product that were bought for a customer.",
                    ProductSeatsCommand::new),
            new Entry(
                    "products", "List the products that can be asked about. Needs no settings.", ProductsCommand::new),
            new Entry("licenses", "List the licenses of a customer's tenant.", LicensesCommand::new),
            new Entry(
                    "review",
                    List.of("report"),
                    "Set every customer's seats bought beside the seats used, across vendors, and say what is wrong.",
                    ReviewCommand::new),
            new Entry(
                    "doctor",
                    "Check settings, tokens, permissions and one cheap read per port, and say what to do.",
                    DoctorCommand::new));

    /** What the name of a file with arguments begins with: which commands it names is not known yet. */
    private static final String ARGUMENTS_FILE = "@";

    /** Those that do without a vendor, or are one. */
    private static final Set<String> ASKING_NOBODY = Set.of("products", "sandbox");

    private Subcommands() {}

    /**
     * Adds what these arguments need: the one that the first of them names; else all, those that may be called whole and the others
     * as far as a help or a complaint tells of them. A command need not wait until nine others are made.
     */
    static void addTo(CommandLine seatport, SeatportCommand root, String... arguments) {
        Set<String> given = Set.copyOf(List.of(arguments));
        for (Entry entry : ALL) {
            if (arguments.length > 0 && entry.isCalled(arguments[0])) {
                seatport.addSubcommand(entry.whole(root));
                return;
            }
        }
        for (Entry entry : ALL) {
            seatport.addSubcommand(entry.mayBeCalled(given) ? entry.whole(root) : entry.outline(CommandSpec.create()));
        }
    }

    /** Whether there is such a command, and it asks vendors for something. */
    static boolean asksVendors(String name) {
        return !ASKING_NOBODY.contains(name) && ALL.stream().anyMatch(entry -> entry.isCalled(name));
    }

    private record Entry(
            String name, List<String> aliases, String description, Function<SeatportCommand, Subcommand> maker) {
        Entry(String name, String description, Function<SeatportCommand, Subcommand> maker) {
            this(name, List.of(), description, maker);
        }

        boolean isCalled(String argument) {
            return argument.equals(name) || aliases.contains(argument);
        }

        boolean mayBeCalled(Set<String> given) {
            for (String argument : given) {
                if (isCalled(argument) || argument.startsWith(ARGUMENTS_FILE)) {
                    return true;
                }
            }
            return false;
        }

        CommandSpec whole(SeatportCommand root) {
            Subcommand command = maker.apply(root);
            CommandSpec spec = outline(CommandSpec.wrapWithoutInspection(new Call(root, command)));
            for (ArgSpec argument : command.arguments()) {
                spec.add(argument);
            }
            return spec;
        }

        CommandSpec outline(CommandSpec spec) {
            spec.usageMessage().description(description);
            return spec.name(name).aliases(aliases.toArray(new String[0]));
        }
    }

    /** What picocli calls, and keeps in a table: a record would have the hash code of its parts, which takes a while to link. */
    private static final class Call implements Callable<Integer> {
        private final SeatportCommand root;
        private final Subcommand command;

        Call(SeatportCommand root, Subcommand command) {
            this.root = root;
            this.command = command;
        }

        @Override
        public Integer call() throws Exception {
            root.prepare();
            return command.call();
        }
    }
}
