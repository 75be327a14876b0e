package io.nextline.cdshooks.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What the SMART scopes of a token let one read, in the syntax of version 1 ({@code patient/Condition.read}) and version 2
 * ({@code patient/Condition.rs}). Immutable and thread-safe.
 */
final class SmartScopes {

    /** How much of a resource type may be read. */
    enum Access {
        /** All of it. */
        WHOLE,
        /** What fits a query in the scope: the server leaves the rest out without a word. */
        FILTERED,
        /** None of it. */
        NONE
    }

    private final @Nullable String scope;

    /**
     * Makes one.
     *
     * @param scope scopes separated by spaces; null if the client does not say, in which case the server decides
     */
    SmartScopes(@Nullable String scope) {
        this.scope = scope;
    }

    /** Returns how much of a resource type may be read, by search or by id. */
    Access to(String resourceType, boolean search) {
        if (scope == null || scope.isBlank()) {
            return Access.WHOLE;
        }
        Access most = Access.NONE;
        for (String one : scope.strip().split("\\s+", -1)) {
            Access access = access(one, resourceType, search ? 's' : 'r');
            most = access.compareTo(most) < 0 ? access : most;
        }
        return most;
    }

    private static Access access(String scope, String resourceType, char needed) {
        int slash = scope.indexOf('/');
        int dot = scope.indexOf('.', slash + 1);
        if (slash < 0 || dot < 0 || !isContext(scope.substring(0, slash))) {
            return Access.NONE;
        }
        String type = scope.substring(slash + 1, dot);
        int mark = scope.indexOf('?', dot);
        String permission = scope.substring(dot + 1, mark < 0 ? scope.length() : mark);
        if (!(type.equals("*") || type.equals(resourceType)) || !isReading(permission, needed)) {
            return Access.NONE;
        }
        return mark < 0 ? Access.WHOLE : Access.FILTERED;
    }

    private static boolean isContext(String context) {
        return context.equals("patient") || context.equals("user") || context.equals("system");
    }

    private static boolean isReading(String permission, char needed) {
        if (permission.equals("read") || permission.equals("*")) {
            return true;
        }
        for (int i = 0; i < permission.length(); i++) {
            if ("cruds".indexOf(permission.charAt(i)) < 0) {
                return false;
            }
        }
        return permission.indexOf(needed) >= 0;
    }
}
