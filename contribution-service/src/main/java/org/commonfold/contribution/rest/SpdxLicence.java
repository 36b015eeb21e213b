package org.commonfold.contribution.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An id of the SPDX licence list; as the specification says, in any case. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SpdxLicence.Validator.class)
@interface SpdxLicence {

    /** Its name in the OpenAPI document. */
    String FORMAT = "spdx-licence";

    String message() default "must be an id of the SPDX licence list (GET /v1/licences)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks it up. */
    class Validator implements ConstraintValidator<SpdxLicence, String> {
        @Override
        public boolean isValid(String id, ConstraintValidatorContext context) {
            return id == null || SpdxLicences.canonical(id).isPresent();
        }
    }
}
