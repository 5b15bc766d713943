package io.bordergate.dashboard;

import io.bordergate.dashboard.access.Role;
import io.bordergate.dashboard.access.Visitor;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/**
 * Who makes a request, as far as its token or session says. Immutable.
 *
 * @param client whose pace it is: the signed-in name, else the address
 * @param name null if nobody has signed in, or nobody has to
 * @param role what may be asked for
 * @param visitor null without a name
 * @param refusal why the token is not taken; null if it is, or there is none
 * @param holds whether it would still be so now; for what goes on for long
 */
record Caller(String client, String name, Role role, Visitor visitor, Problem refusal, BooleanSupplier holds) {
    private static final String ATTRIBUTE = Caller.class.getName();

    /** Where nobody has to sign in, everybody may everything. */
    static Caller everybody(String address) {
        return new Caller("address " + address, null, Role.ADMIN, null, null, () -> true);
    }

    static Caller unknown(String address) {
        return refused(address, null);
    }

    static Caller refused(String address, Problem why) {
        return new Caller("address " + address, null, Role.ANYBODY, null, why, () -> false);
    }

    static Caller known(Visitor visitor, BooleanSupplier holds) {
        return new Caller("name " + visitor.name(), visitor.name(), visitor.role(), visitor, null, holds);
    }

    void keepIn(Context context) {
        context.attribute(ATTRIBUTE, this);
    }

    /** Who makes this request; found out before any route handles it. */
    static Caller of(Context context) {
        Caller caller = context.attribute(ATTRIBUTE);
        if (caller == null) {
            throw new IllegalStateException("a route was asked before it was known who asks");
        }
        return caller;
    }
}
