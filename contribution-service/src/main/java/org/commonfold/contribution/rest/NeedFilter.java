package org.commonfold.contribution.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;

import org.commonfold.contribution.application.Needs;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which needs of a commons: as a {@code @BeanParam}. */
final class NeedFilter {

    @QueryParam("skill")
    @Pattern(regexp = SkillNames.PATTERN)
    @Parameter(description = "Those that take this skill", example = "optics")
    String skill;

    @QueryParam("state")
    @Pattern(regexp = NeedView.OPEN + "|" + NeedView.TAKEN_UP + "|" + NeedView.CLOSED)
    @Parameter(description = "Those in this state", example = NeedView.OPEN)
    String state;

    Needs.Filter toFilter() {
        return new Needs.Filter(
                skill == null ? null : SkillNames.normalized(skill),
                state == null ? null : NeedView.state(state));
    }
}
