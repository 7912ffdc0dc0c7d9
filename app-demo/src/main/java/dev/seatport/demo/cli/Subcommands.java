package dev.seatport.demo.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** Subcommands with their names and descriptions, in the order of the help. */
enum Subcommands {
    DEMO(
            "demo",
            "Simulate the vendors on free ports of this machine, and print a review of their data. A few responses fail on purpose."),
    INIT("init", "Ask for the settings of the vendors, write them to a file, and check them."),
    SANDBOX("sandbox", "Simulate the vendors on this machine until interrupted, and print the settings for a client."),
    CUSTOMERS("customers", "List all customers of a vendor."),
    CUSTOMER("customer", "Show one customer of a vendor."),
    TENANT_SEATS("tenant-seats", "List the user seats of a customer's tenants."),
    PRODUCT_SEATS("product-seats", "Show the seats of a product that a customer purchased."),
    PRODUCTS("products", "List the products of the seat vendor. Needs no settings."),
    LICENSES("licenses", "List the licenses of a customer's tenant."),
    REVIEW(
            "review",
            "Compare purchased with used seats of every customer, across vendors, and report what is wrong.",
            "report"),
    DOCTOR("doctor", "Check settings, tokens, permissions and one cheap request per port, and print what to do."),
    HELP("help", "Show the help of a command, the exit codes or the settings.");

    /** First character of an argument that names a file with arguments. */
    private static final String ARGUMENTS_FILE_PREFIX = "@";

    private final String commandName;
    private final String description;
    private final @Nullable String alias;

    Subcommands(String commandName, String description) {
        this(commandName, description, null);
    }

    Subcommands(String commandName, String description, @Nullable String alias) {
        this.commandName = commandName;
        this.description = description;
        this.alias = alias;
    }

    /**
     * Returns the root command with the subcommands that these arguments need. If the first argument is a subcommand, only that one is
     * created, which shortens the start. Otherwise all are created, and those that no argument can call have no options of their own.
     */
    static CommandLine of(CommandContext context, String... arguments) {
        Runnable noCommand = () -> {
            throw new UsageException("a command is missing; see 'seatport --help'");
        };
        CommandSpec spec = CommandSpec.wrapWithoutInspection(noCommand)
                .name("seatport")
                .scopeType(ScopeType.INHERIT)
                .version("seatport " + HelpText.version());
        context.addOptionsTo(spec);
        HelpText.addTo(spec.usageMessage());
        CommandLine seatport = new CommandLine(spec);
        addSubcommands(seatport, context, List.of(arguments));
        HelpText.addSectionsTo(seatport);
        return seatport;
    }

    private static void addSubcommands(CommandLine seatport, CommandContext context, List<String> argumentList) {
        for (Subcommands command : values()) {
            if (!argumentList.isEmpty() && command.matches(argumentList.get(0))) {
                seatport.addSubcommand(command.create(context));
                return;
            }
        }
        for (Subcommands command : values()) {
            boolean callable = argumentList.stream()
                    .anyMatch(text -> command.matches(text) || text.startsWith(ARGUMENTS_FILE_PREFIX));
            seatport.addSubcommand(
                    callable ? command.create(context) : command.withNameAndDescription(CommandSpec.create()));
        }
    }

    private boolean matches(String argument) {
        return argument.equals(commandName) || argument.equals(alias);
    }

    /** A switch, because method references in the constants would be linked at each start. That takes longer than this command. */
    private CommandSpec create(CommandContext context) {
        return withNameAndDescription(
                switch (this) {
                    case DEMO -> SandboxCommands.demo(context);
                    case INIT -> InitCommand.init(context);
                    case SANDBOX -> SandboxCommands.sandbox(context);
                    case CUSTOMERS -> QueryCommands.customers(context);
                    case CUSTOMER -> QueryCommands.customer(context);
                    case TENANT_SEATS -> QueryCommands.tenantSeats(context);
                    case PRODUCT_SEATS -> QueryCommands.productSeats(context);
                    case PRODUCTS -> QueryCommands.products(context);
                    case LICENSES -> QueryCommands.licenses(context);
                    case REVIEW -> ReviewCommand.review(context);
                    case DOCTOR -> DoctorCommand.doctor(context);
                    case HELP -> help(context);
                });
    }

    private static CommandSpec help(CommandContext context) {
        PositionalParamSpec topic = PositionalParamSpec.builder()
                .index("0")
                .type(String.class)
                .paramLabel("TOPIC")
                .description("the name of a command, " + HelpText.EXIT_CODES + " or " + HelpText.SETTINGS)
                .build();
        return context.command(
                () -> {
                    String name = topic.getValue();
                    if (name == null) {
                        return Main.run(context.environment(), "--help");
                    }
                    if (name.equals(HelpText.EXIT_CODES)) {
                        return context.print(HelpText.exitCodes());
                    }
                    if (name.equals(HelpText.SETTINGS)) {
                        return context.print(HelpText.settings(context.plugins()));
                    }
                    if (Arrays.stream(values()).noneMatch(command -> command.matches(name))) {
                        throw new UsageException("unknown topic '" + name + "'; allowed values: "
                                + Stream.concat(
                                                Arrays.stream(values()).map(command -> command.commandName),
                                                Stream.of(HelpText.EXIT_CODES, HelpText.SETTINGS))
                                        .collect(Collectors.joining(", ")));
                    }
                    return Main.run(context.environment(), name, "--help");
                },
                topic);
    }

    private CommandSpec withNameAndDescription(CommandSpec spec) {
        spec.usageMessage().description(description);
        return alias == null ? spec.name(commandName) : spec.name(commandName).aliases(alias);
    }
}
