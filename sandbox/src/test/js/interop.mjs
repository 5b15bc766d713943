// The other side of the wire, as a user of Confluent's JavaScript client would write it: reads COUNT records from one
// topic, prints each as a line of JSON, and writes what it understood to another topic with its own serializer.
import { Kafka, logLevel } from 'kafkajs';
import registry from '@confluentinc/schemaregistry';

const [bootstrap, registryUrl, from, to, count] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'interop', brokers: [bootstrap], logLevel: logLevel.ERROR });
const client = registry.SchemaRegistryClient.newClient({ baseURLs: [registryUrl] });
const deserializer = new registry.AvroDeserializer(client, registry.SerdeType.VALUE, {});
const serializer = new registry.AvroSerializer(client, registry.SerdeType.VALUE, {
  autoRegisterSchemas: false,
  useLatestVersion: true,
});

const messages = [];
const consumer = kafka.consumer({ groupId: `interop-${from}` });
await consumer.connect();
await consumer.subscribe({ topics: [from], fromBeginning: true });
await new Promise((resolve, reject) => {
  // What the client restarts by itself, such as a coordinator that is still loading, is no failure.
  consumer.on(consumer.events.CRASH, (event) => event.payload.restart || reject(event.payload.error));
  consumer.run({
    eachMessage: async ({ message }) => {
      messages.push({ key: message.key, value: await deserializer.deserialize(from, message.value) });
      if (messages.length === Number(count)) {
        resolve();
      }
    },
  });
});
await consumer.disconnect();

const producer = kafka.producer();
await producer.connect();
for (const { key, value } of messages) {
  console.log(JSON.stringify(value));
  await producer.send({ topic: to, messages: [{ key, value: await serializer.serialize(to, value) }] });
}
await producer.disconnect();
