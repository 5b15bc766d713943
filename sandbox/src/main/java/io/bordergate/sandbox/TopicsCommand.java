package io.bordergate.sandbox;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the topics as they are and as they should be. */
@Command(
        name = "topics",
        description = "Shows the topics as they are and as they should be; fails where they differ.",
        mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "How many partitions the topics by truck should have; default: as declared.")
    private Integer partitions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TopicPlan plan = plan();
        List<TopicState> states;
        try (var admin = Brokers.admin(connection.bootstrap())) {
            states = new TopicInspection(admin, plan).states();
        }
        TopicTable.lines(states).forEach(out::println);
        out.println();
        out.println("RECORDS is an upper bound: compaction and transactions leave gaps in the offsets.");
        if (plan.keepsAll()) {
            out.println("The sandbox keeps records for ever, because recorded ones are old when they arrive.");
        }
        long differing = states.stream().filter(TopicState::differs).count();
        out.println(differing == 0 ? "All topics are as they should be." : differing + " topics differ.");
        return differing == 0 ? 0 : 1;
    }

    private TopicPlan plan() {
        TopicPlan plan = connection
                .sandbox()
                .map(run -> TopicPlan.sandbox(run.truckPartitions()))
                .orElseGet(TopicPlan::asDeclared);
        return partitions == null ? plan : new TopicPlan(partitions, plan.keepsAll());
    }
}
