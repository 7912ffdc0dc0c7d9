package dev.seatport.demo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The commands by their names, in the order in which the help tells them. */
enum Subcommands {
    DEMO(
            "demo",
            "Simulate both vendors on free ports of this machine, and print the review of what they say; a few answers are missing on purpose."),
    SANDBOX(
            "sandbox",
            "Simulate both vendors on this machine until interrupted, and print the settings that lead there."),
    CUSTOMERS("customers", "List all customers of a vendor."),
    CUSTOMER("customer", "Show one customer of a vendor."),
    TENANT_SEATS("tenant-seats", "List the user seats of a customer's tenants."),
    PRODUCT_SEATS("product-seats", "Show the seats of a product that were bought for a customer."),
    PRODUCTS("products", "List the products that can be asked about. Needs no settings."),
    LICENSES("licenses", "List the licenses of a customer's tenant."),
    REVIEW(
            "review",
            "Set every customer's seats bought beside the seats used, across vendors, and say what is wrong.",
            "report"),
    DOCTOR("doctor", "Check settings, tokens, permissions and one cheap read per port, and say what to do.");

    private static final List<Subcommands> ALL = List.of(values());

    /** What the name of a file with arguments begins with: which commands it names is not known yet. */
    private static final String ARGUMENTS_FILE = "@";

    private final String called;
    private final String description;
    private final @Nullable String alias;

    Subcommands(String called, String description) {
        this(called, description, null);
    }

    Subcommands(String called, String description, @Nullable String alias) {
        this.called = called;
        this.description = description;
        this.alias = alias;
    }

    /**
     * Adds what these arguments need: the one that the first of them names; else all, those that may be called whole and the others
     * as far as a help or a complaint tells of them. A command need not wait until nine others are made.
     */
    static void addTo(CommandLine seatport, SeatportCommand root, String... arguments) {
        Set<String> given = Set.copyOf(List.of(arguments));
        for (Subcommands command : ALL) {
            if (arguments.length > 0 && command.isCalled(arguments[0])) {
                seatport.addSubcommand(command.whole(root));
                return;
            }
        }
        for (Subcommands command : ALL) {
            seatport.addSubcommand(
                    command.mayBeCalled(given) ? command.whole(root) : command.outline(CommandSpec.create()));
        }
    }

    /** What the commands are called. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Subcommands command : ALL) {
            names.add(command.called);
        }
        return names;
    }

    private boolean isCalled(String argument) {
        return argument.equals(called) || argument.equals(alias);
    }

    private boolean mayBeCalled(Set<String> given) {
        for (String argument : given) {
            if (isCalled(argument) || argument.startsWith(ARGUMENTS_FILE)) {
                return true;
            }
        }
        return false;
    }

    private CommandSpec whole(SeatportCommand root) {
        Subcommand command = make(root);
        CommandSpec spec = outline(CommandSpec.wrapWithoutInspection(new Call(root, command)));
        for (ArgSpec argument : command.arguments()) {
            spec.add(argument);
        }
        return spec;
    }

    /** Not by a reference to each constructor: to link ten of them takes longer than to make the one that is called. */
    private Subcommand make(SeatportCommand root) {
        return switch (this) {
            case DEMO -> new DemoCommand(root);
            case SANDBOX -> new SandboxCommand(root);
            case CUSTOMERS -> new CustomersCommand(root);
            case CUSTOMER -> new CustomerCommand(root);
            case TENANT_SEATS -> new TenantSeatsCommand(root);
            case PRODUCT_SEATS -> new ProductSeatsCommand(root);
            case PRODUCTS -> new ProductsCommand(root);
            case LICENSES -> new LicensesCommand(root);
            case REVIEW -> new ReviewCommand(root);
            case DOCTOR -> new DoctorCommand(root);
        };
    }

    private CommandSpec outline(CommandSpec spec) {
        spec.usageMessage().description(description);
        return alias == null ? spec.name(called) : spec.name(called).aliases(alias);
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
            root.prepare(command.arguments());
            return command.call();
        }
    }
}
