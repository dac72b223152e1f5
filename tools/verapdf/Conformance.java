import java.io.File;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.ReleaseDetails;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Judges whether PDF files are PDF/UA-1, by veraPDF: one start of Java for all of them.
 *
 * <p>Out, parted by tabs: a line {@code conforms FILE CHECKS}; or a line {@code fails FILE CLAUSE TEST COUNT DESCRIPTION
 * FIRST} for each rule that does not hold, where FIRST is the first place; or a line {@code unjudged FILE WHY}. Exit
 * codes: 0 all conform, 1 some do not, 2 some were not judged.
 */
public final class Conformance {
    private static final PDFAFlavour CLAIMED = PDFAFlavour.PDFUA_1;

    private static final String RELEASE = "org/verapdf/release/validation-model.properties";

    private static final Comparator<RuleId> BY_CLAUSE =
        Comparator.comparing(RuleId::getClause).thenComparing(RuleId::getTestNumber);

    private Conformance() {}

    public static void main(String[] files) {
        if (files.length == 0) {
            System.err.println("usage: verapdf-ua --version | FILE.pdf ...");
            System.exit(2);
        }
        if (files[0].equals("--version")) {
            System.out.println(ReleaseDetails.addDetailsFromResource(RELEASE).getVersion());
            return;
        }
        VeraGreenfieldFoundryProvider.initialise();
        // What it has to say of a file is in its verdict.
        Logger.getLogger("").setLevel(Level.OFF);
        int worst = 0;
        for (String file : files) {
            worst = Math.max(worst, judge(file));
        }
        System.exit(worst);
    }

    private static int judge(String file) {
        // Every failure is counted, one of each rule is told of.
        ValidatorConfig config = ValidatorConfigBuilder.defaultBuilder().flavour(CLAIMED).maxFails(-1)
            .maxNumberOfDisplayedFailedChecks(1).showErrorMessages(false).build();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), CLAIMED);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(config, CLAIMED)) {
            ValidationResult result = validator.validate(parser);
            if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
                return unjudged(file, "ended " + result.getJobEndStatus());
            }
            if (result.isCompliant()) {
                return say(0, "conforms", file, result.getTotalAssertions());
            }
            Map<RuleId, Integer> failed = new TreeMap<>(BY_CLAUSE);
            failed.putAll(result.getFailedChecks());
            failed.forEach((rule, count) -> say(1, "fails", file, rule.getClause(), rule.getTestNumber(), count,
                result.getValidationProfile().getRuleByRuleId(rule).getDescription(), first(result, rule)));
            return 1;
        } catch (Exception error) {
            Throwable cause = error;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return unjudged(file, cause);
        }
    }

    private static String first(ValidationResult result, RuleId rule) {
        return result.getTestAssertions().stream()
            .filter(one -> one.getStatus() == TestAssertion.Status.FAILED && one.getRuleId().equals(rule))
            .map(one -> one.getLocation().getContext()).findFirst().orElse("");
    }

    private static int unjudged(String file, Object why) {
        return say(2, "unjudged", file, why);
    }

    private static int say(int code, Object... told) {
        StringBuilder line = new StringBuilder();
        for (Object one : told) {
            line.append(line.length() == 0 ? "" : "\t").append(String.valueOf(one).strip().replaceAll("\\s+", " "));
        }
        System.out.println(line);
        return code;
    }
}
