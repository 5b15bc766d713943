package io.bordergate.simulator;

/**
 * One truck by its identity, its plate as declared and its plate as its tracker's feed writes it; immutable. The country
 * is VN or CN.
 */
public record Truck(String truckId, String country, String plate, String plateText) {

    boolean isChinese() {
        return country.equals("CN");
    }
}
