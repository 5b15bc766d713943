package io.bordergate.domain.gate;

import io.bordergate.domain.declaration.Channel;
import java.util.Map;

/**
 * The trucks that wait on one side of a gate. Immutable.
 *
 * @param byCategory adds up to all of them; every category is named
 * @param byChannel every channel is named; who has none is in none
 * @param live whose trackers show them there
 */
public record Backlog(
        int trucks, Map<Category, Integer> byCategory, Map<Channel, Integer> byChannel, int refrigerated, int live) {}
