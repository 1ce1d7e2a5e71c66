package io.github.pdmspark.cli;

import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.error.SpecException;
import io.github.pdmspark.job.DoctorJob;
import io.github.pdmspark.job.JobResult;
import io.github.pdmspark.spec.JobSpec;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line. As the main class of a process it ends the process with one of {@link ExitCode}; inside a JVM that belongs
 * to somebody else, such as a Databricks JAR task, use the main class of the command, for example {@link ScoreTask}.
 */
@Command(
        name = "pdm",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Pdm.LibraryVersion.class,
        description = "Predictive maintenance on Apache Spark: which machine fails next, and which part.",
        footer = {
            "",
            "Progress goes to standard error, one line of JSON to standard output.",
            "Exit codes: 0 all is well, 1 done with findings, 2 the command or the specification is wrong, 3 failed."
        },
        subcommands = {
            Commands.Validate.class,
            Commands.Features.class,
            Commands.Train.class,
            Commands.Evaluate.class,
            Commands.Score.class,
            Commands.Monitor.class,
            Commands.Report.class,
            SimulateCommand.class,
        })
public final class Pdm {

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Prints where a failure came from.")
    private boolean stacktrace;

    private Console console = new Console(System.out, System.err);
    private Supplier<SparkSession> sessions = Sessions.foreign();
    private @Nullable SparkSession session;

    Pdm() {}

    /** Runs a command and ends the process. */
    public static void main(String[] args) {
        boolean alone = Sessions.isAlone();
        Pdm pdm = new Pdm();
        pdm.sessions = alone ? Sessions::local : Sessions.foreign();
        int code = pdm.run(args);
        if (alone && pdm.session != null) {
            pdm.session.stop();
        }
        System.exit(code);
    }

    /**
     * Runs a command in this JVM, with the session that is there.
     *
     * @return one of {@link ExitCode}
     */
    public static int run(SparkSession session, PrintStream out, PrintStream err, String... args) {
        Pdm pdm = new Pdm();
        pdm.sessions = () -> session;
        pdm.console = new Console(out, err);
        return pdm.run(args);
    }

    private int run(String... args) {
        Optional<String> unfilled =
                Arrays.stream(args).filter(arg -> arg.contains("{{")).findFirst();
        if (unfilled.isPresent()) {
            console.progress("'" + unfilled.get() + "' is a parameter that nobody filled in.\n"
                    + "Fix: fill it in where the job is defined.");
            return ExitCode.USAGE.code();
        }
        return commandLine().execute(args);
    }

    CommandLine commandLine() {
        CommandLine line = new CommandLine(this);
        line.setOut(writer(console.out()));
        line.setErr(writer(console.err()));
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> failed(failure).code());
        line.setExitCodeExceptionMapper(failure -> ExitCode.USAGE.code());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    Console console() {
        return console;
    }

    SparkSession session() {
        if (session == null) {
            session = sessions.get();
        }
        return session;
    }

    int finished(JobResult result) {
        console.result(result);
        return (result.outcome() == JobResult.Outcome.OK ? ExitCode.OK : ExitCode.FINDINGS).code();
    }

    private ExitCode failed(Exception failure) {
        if (failure instanceof PdmException known) {
            known.problems().forEach(problem -> console.progress(problem + "\n"));
        } else {
            String message = failure.getMessage();
            console.progress(message == null ? failure.toString() : message);
        }
        if (stacktrace) {
            failure.printStackTrace(console.err());
        } else if (!(failure instanceof PdmException)) {
            console.progress("More with --stacktrace.");
        }
        boolean wrongCall = failure instanceof SpecException || failure instanceof IllegalArgumentException;
        return wrongCall ? ExitCode.USAGE : ExitCode.FAILURE;
    }

    @Command(
            name = "doctor",
            description = "Tells Spark, Scala, Java, ANSI, zone, Connect or classic, and what to change.")
    int doctor() {
        JobResult result = DoctorJob.run(session());
        result.values().forEach((name, value) -> console.progress(name + ": " + value));
        return finished(result);
    }

    @Command(name = "schema", description = "Prints the JSON schema of specifications.")
    int schema() {
        console.out().println(JobSpec.schema());
        return ExitCode.OK.code();
    }

    /** The version of the jar. */
    static final class LibraryVersion implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return List.of("pdm "
                            + Optional.ofNullable(Pdm.class.getPackage().getImplementationVersion())
                                    .orElse("development"))
                    .toArray(String[]::new);
        }
    }
}
