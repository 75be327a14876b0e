package io.nextline.fhir.evidence;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * HL7's validator (org.hl7.fhir.validation) with FHIR's own definitions, without a network, and strict: an extension or a code of
 * ours that was not exported with its definition is an error.
 */
final class OfficialValidator {
    private final FhirValidator validator;

    private OfficialValidator(FhirValidator validator) {
        this.validator = validator;
    }

    static OfficialValidator of(FhirVersion version, List<FhirResource> exported) {
        return of(version, exported, true);
    }

    /** A profile that is not known here, such as mCODE's, is no error. */
    static OfficialValidator ofKnownProfilesOnly(FhirVersion version) {
        return of(version, List.of(), false);
    }

    private static OfficialValidator of(FhirVersion version, List<FhirResource> exported, boolean strict) {
        FhirContext context = version == FhirVersion.R4 ? FhirContext.forR4() : FhirContext.forR5();
        IValidationSupport chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                own(context, exported),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context));
        FhirInstanceValidator instances = new FhirInstanceValidator(chain);
        instances.setAnyExtensionsAllowed(false);
        instances.setErrorForUnknownProfiles(strict);
        FhirValidator validator = context.newValidator().registerValidatorModule(instances);
        return new OfficialValidator(validator);
    }

    private static PrePopulatedValidationSupport own(FhirContext context, List<FhirResource> exported) {
        PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(context);
        for (FhirResource each : exported) {
            if (each.type().equals("CodeSystem")) {
                own.addCodeSystem(parsed(context, each));
            } else if (each.type().equals("StructureDefinition")) {
                own.addStructureDefinition(parsed(context, each));
            }
        }
        return own;
    }

    private static IBaseResource parsed(FhirContext context, FhirResource resource) {
        return context.newJsonParser().parseResource(new String(resource.bytes(), StandardCharsets.UTF_8));
    }

    /** Returns what is wrong: errors only. */
    List<String> errors(FhirResource resource) {
        return messages(resource, EnumSet.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL));
    }

    /** Returns what the validator says with these severities. */
    List<String> messages(FhirResource resource, Set<ResultSeverityEnum> severities) {
        return validator.validateWithResult(new String(resource.bytes(), StandardCharsets.UTF_8)).getMessages().stream()
                .filter(message -> severities.contains(message.getSeverity()))
                .map(message -> said(resource, message))
                .toList();
    }

    private static String said(FhirResource resource, SingleValidationMessage message) {
        return resource.reference() + " " + message.getLocationString() + ": " + message.getSeverity() + ": "
                + message.getMessage();
    }
}
