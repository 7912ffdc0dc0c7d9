package dev.seatport.demo.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/** The commands by their names, in the order of the help. */
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

    /** The first letter of an argument that names a file of arguments. */
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
     * Returns the command without a name, with the subcommands that these arguments need: the one that the first of them names; else
     * all, and those that the arguments cannot call without their own options. A command does not wait until nine others are made.
     */
    static CommandLine of(CommandContext context, String... arguments) {
        Runnable incomplete = () -> {
            throw new UsageException("a command is missing; see 'seatport --help'");
        };
        CommandSpec spec = CommandSpec.wrapWithoutInspection(incomplete)
                .name("seatport")
                .scopeType(ScopeType.INHERIT)
                .version("seatport " + HelpText.version());
        context.addOptionsTo(spec);
        HelpText.addTo(spec.usageMessage());
        CommandLine seatport = new CommandLine(spec);
        List<String> given = List.of(arguments);
        for (Subcommands command : values()) {
            if (!given.isEmpty() && command.isCalled(given.get(0))) {
                return seatport.addSubcommand(command.whole(context));
            }
        }
        for (Subcommands command : values()) {
            boolean callable =
                    given.stream().anyMatch(text -> command.isCalled(text) || text.startsWith(ARGUMENTS_FILE));
            seatport.addSubcommand(callable ? command.whole(context) : command.named(CommandSpec.create()));
        }
        return seatport;
    }

    private boolean isCalled(String argument) {
        return argument.equals(called) || argument.equals(alias);
    }

    /** A reference to each method in the constants would be linked at each start, which takes longer than this command. */
    private CommandSpec whole(CommandContext context) {
        return named(
                switch (this) {
                    case DEMO -> SandboxCommands.demo(context);
                    case SANDBOX -> SandboxCommands.sandbox(context);
                    case CUSTOMERS -> QueryCommands.customers(context);
                    case CUSTOMER -> QueryCommands.customer(context);
                    case TENANT_SEATS -> QueryCommands.tenantSeats(context);
                    case PRODUCT_SEATS -> QueryCommands.productSeats(context);
                    case PRODUCTS -> QueryCommands.products(context);
                    case LICENSES -> QueryCommands.licenses(context);
                    case REVIEW -> ReviewCommand.review(context);
                    case DOCTOR -> QueryCommands.doctor(context);
                });
    }

    private CommandSpec named(CommandSpec spec) {
        spec.usageMessage().description(description);
        return alias == null ? spec.name(called) : spec.name(called).aliases(alias);
    }
}
