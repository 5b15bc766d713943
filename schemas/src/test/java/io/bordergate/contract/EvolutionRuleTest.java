package io.bordergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.Topic.Evolution;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule itself must refuse what it is there to refuse. */
class EvolutionRuleTest {

    private static final String ID = "{'name':'id','type':'string'}";
    private static final String NOTE = ",{'name':'note','type':['null','string'],'default':null}";
    private static final String COUNT = ",{'name':'count','type':'int'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    add a field with a default    | id   | id+note      | true  | true
                    remove a field with a default | id+note | id        | true  | true
                    add a field without default   | id   | id+count     | false | false
                    remove a field without default| id+count | id       | true  | false
                    change a type                 | id+count | id+text  | false | false
                    widen a type                  | id+count | id+long  | true  | false
                    add a symbol, default given   | enumAB | enumABC    | true  | true
                    remove a symbol, default given| enumABC | enumAB    | true  | true
                    add a symbol, no default      | bareAB | bareABC    | true  | false
                    """)
    void oneStep(String change, String from, String to, boolean backward, boolean full) {
        var versions = schemas(from, to);
        assertThat(EvolutionRule.objections(Evolution.BACKWARD, versions).isEmpty())
                .as(change + " BACKWARD")
                .isEqualTo(backward);
        assertThat(EvolutionRule.objections(Evolution.FULL_TRANSITIVE, versions).isEmpty())
                .as(change + " FULL_TRANSITIVE")
                .isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({"BACKWARD,true", "FULL_TRANSITIVE,false"})
    void onlyTheTransitiveRuleLooksBehindThePreviousVersion(Evolution evolution, boolean allowed) {
        // v3 brings count back without a default: v2 had one, v1 had not the field.
        var versions = schemas("id", "id+countDefault", "id+count");
        assertThat(EvolutionRule.objections(evolution, versions).isEmpty()).isEqualTo(allowed);
    }

    private static List<Schema> schemas(String... names) {
        return Stream.of(names).map(EvolutionRuleTest::schema).toList();
    }

    private static Schema schema(String name) {
        var fields = switch (name) {
            case "id" -> ID;
            case "id+note" -> ID + NOTE;
            case "id+count" -> ID + COUNT;
            case "id+countDefault" -> ID + COUNT.replace("}", ",'default':0}");
            case "id+text" -> ID + COUNT.replace("int", "string");
            case "id+long" -> ID + COUNT.replace("int", "long");
            case "enumAB" -> symbols("'A','B'", ",'default':'A'");
            case "enumABC" -> symbols("'A','B','C'", ",'default':'A'");
            case "bareAB" -> symbols("'A','B'", "");
            case "bareABC" -> symbols("'A','B','C'", "");
            default -> throw new IllegalArgumentException(name);
        };
        return new Schema.Parser()
                .parse("{'type':'record','name':'R','fields':[".replace('\'', '"') + fields.replace('\'', '"') + "]}");
    }

    private static String symbols(String symbols, String enumDefault) {
        return "{'name':'kind','type':{'type':'enum','name':'Kind','symbols':[" + symbols + "]" + enumDefault + "}}";
    }
}
