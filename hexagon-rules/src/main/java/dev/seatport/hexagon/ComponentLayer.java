package dev.seatport.hexagon;

/**
 * Layer of one component: what a class belongs to.
 *
 * @param layer the declared layer
 * @param name the name of the layer, or of the adapter if the layer stands for several
 * @param component the component; empty in a project without components
 */
record ComponentLayer(Layer layer, String name, String component) {
    Layer.Kind kind() {
        return layer.kind();
    }

    /** Returns the name for messages. */
    String label() {
        String role = switch (layer.kind()) {
            case ADAPTER, ADAPTER_SUPPORT -> "adapter " + name;
            case INBOUND -> "inbound adapter " + name;
            default -> name;
        };
        return component.isEmpty() ? role : role + " of " + component;
    }

    /** Returns whether both are in components, and in different ones. */
    boolean isOtherComponent(ComponentLayer other) {
        return !component.isEmpty() && !other.component.isEmpty() && !component.equals(other.component);
    }
}
