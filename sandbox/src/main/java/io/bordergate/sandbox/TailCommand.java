package io.bordergate.sandbox;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the committed records of one topic as they come, one line of JSON each. */
@Command(
        name = "tail",
        description = "Prints the records of one topic as JSON, one per line, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TOPIC", description = "Name of the topic, such as border.truck.stay.")
    private String name;

    @Option(names = "--from-beginning", description = "Start with the oldest record, not with the next.")
    private boolean fromBeginning;

    @Option(names = "--max", paramLabel = "N", description = "Stop after N records; default: never.")
    private long max = Long.MAX_VALUE;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (max < 1) {
            throw new ParameterException(spec.commandLine(), "--max is " + max + ": give 1 or more");
        }
        Topic topic = topic();
        var partitions = partitions();
        var lines = new RecordLines(topic, connection.registry());
        try (var consumer = consumer()) {
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
            }
            print(consumer, lines);
        }
        return 0;
    }

    private void print(KafkaConsumer<byte[], byte[]> consumer, RecordLines lines) {
        PrintWriter out = spec.commandLine().getOut();
        long printed = 0;
        while (printed < max) {
            for (var record : consumer.poll(Duration.ofSeconds(1))) {
                out.println(lines.line(record));
                // The reader at the other end of a pipe may have gone.
                if (++printed >= max || out.checkError()) {
                    return;
                }
            }
        }
    }

    private Topic topic() {
        return BorderTopics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no topic '" + name + "': use one of "
                                + BorderTopics.all().stream().map(Topic::name).collect(Collectors.joining(", "))));
    }

    private List<TopicPartition> partitions() {
        try (var admin = Brokers.admin(connection.bootstrap())) {
            return Brokers.answer(admin.describeTopics(List.of(name)).allTopicNames()).get(name).partitions().stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", connection.bootstrap(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
