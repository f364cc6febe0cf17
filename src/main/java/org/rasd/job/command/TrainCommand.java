package org.rasd.job.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: makes the models that ship. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a model of the project from labelled data.",
        subcommands = {TrainCoderCommand.class, TrainTaggerCommand.class})
final class TrainCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Cannot train: no model given; choose one of those below");
    }
}
