package io.bordergate.domain.gate;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.Goods;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a truck is counted as, by the goods declared for it; in order of precedence, for each is counted once. */
public enum Category {
    FRUIT,
    OTHER_PERISHABLE,
    NEW_VEHICLE,
    OTHER,
    /** Nothing is declared for it. */
    UNDECLARED;

    static Category of(List<Cover> active) {
        if (active.isEmpty()) {
            return UNDECLARED;
        }
        Set<Goods.Category> named = active.stream()
                .flatMap(cover -> cover.goods().stream())
                .map(Goods::category)
                .collect(Collectors.toSet());
        if (named.contains(Goods.Category.FRUIT)) {
            return FRUIT;
        }
        if (named.contains(Goods.Category.OTHER_PERISHABLE)) {
            return OTHER_PERISHABLE;
        }
        return named.contains(Goods.Category.NEW_VEHICLE) ? NEW_VEHICLE : OTHER;
    }
}
