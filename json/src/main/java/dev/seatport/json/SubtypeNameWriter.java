package dev.seatport.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.Annotations;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Member with the name of the value's subtype. Jackson itself writes that name only if it knows the declared type of a value,
 * and Java erases the element type of a list.
 */
final class SubtypeNameWriter extends VirtualBeanPropertyWriter {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String subtypeName;

    /** Called by Jackson, which then calls {@link #withConfig}. */
    SubtypeNameWriter() {
        this.subtypeName = null;
    }

    private SubtypeNameWriter(
            BeanPropertyDefinition property, Annotations context, JavaType type, @Nullable String subtypeName) {
        super(property, context, type);
        this.subtypeName = subtypeName;
    }

    /** A sealed interface has no name. Jackson may create a writer for it, but has no value of exactly that type. */
    @Override
    public VirtualBeanPropertyWriter withConfig(
            MapperConfig<?> config, AnnotatedClass owner, BeanPropertyDefinition property, JavaType type) {
        String name = config.getSubtypeResolver().collectAndResolveSubtypesByClass(config, owner).stream()
                .filter(subtype -> subtype.hasName() && subtype.getType() == owner.getRawType())
                .map(NamedType::getName)
                .findFirst()
                .orElse(null);
        return new SubtypeNameWriter(property, owner.getAnnotations(), type, name);
    }

    @Override
    protected @Nullable Object value(Object bean, JsonGenerator json, SerializerProvider provider) {
        return subtypeName;
    }
}
