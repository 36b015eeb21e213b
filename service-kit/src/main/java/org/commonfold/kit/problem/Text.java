package org.commonfold.kit.problem;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * One line of text for people: not blank in any script, no control characters, no line separators,
 * no half of a surrogate pair (no database can hold it), of limited length. The pattern names no
 * category but its characters: so it reads the same in Java and in the OpenAPI document, and those
 * who generate requests from that need no tables.
 */
@Documented
@Constraint(validatedBy = {})
@Size(min = 1)
@Pattern(
        regexp = Text.LINE_PART + "*" + Text.VISIBLE + Text.LINE_PART + "*",
        message = "must be one line of text")
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface Text {

    /** Any character but those that no line may hold. */
    String LINE_PART = "[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029\\uD800-\\uDFFF]";

    /** The same without spaces (the categories Zs, Zl and Zp). */
    String VISIBLE = "[^\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029"
            + "\\u202F\\u205F\\u3000\\uD800-\\uDFFF]";

    /** The longest, in UTF-16 code units. */
    @OverridesAttribute(constraint = Size.class, name = "max")
    int max();

    String message() default "must be one line of text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
