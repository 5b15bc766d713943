package io.bordergate.dashboard.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which of our roles the claims of a token give; the highest, if several. Immutable. */
final class RoleClaim {
    private final String path;
    private final Map<String, Role> roles;

    RoleClaim(OidcConfig config) {
        this.path = config.rolesClaim();
        this.roles = config.roles();
    }

    Role of(Map<String, Object> claims) {
        return values(claims).stream()
                .map(value -> value instanceof String word ? roles.get(word) : null)
                .filter(Objects::nonNull)
                .max(Role::compareTo)
                .orElse(Role.ANYBODY);
    }

    private Collection<?> values(Map<String, Object> claims) {
        Object found = claims.containsKey(path) ? claims.get(path) : follow(claims);
        if (found instanceof Collection<?> several) {
            return several;
        }
        return found == null ? List.of() : List.of(found);
    }

    private Object follow(Map<String, Object> claims) {
        Object found = claims;
        for (String name : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return found;
    }
}
