package uk.org.kscb.portal.web.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.org.kscb.portal.platform.security.Permission;

/**
 * Every address of the portal's pages, the view behind it and what somebody must be allowed to open it. A view is
 * reached through its address only. The REST API keeps its own addresses under {@code /api}.
 */
public final class Routes {
    // @formatter:off
    // spotless:off
    public static final List<Route> ALL = List.of(
        //    address                       view                             needed to open it
        open ("/sign-in",                   "/signin/sign-in.xhtml"),
        open ("/invitation/{secret}",       "/signin/invitation.xhtml").withScripts(),
        open ("/help",                      "/shell/help.xhtml"),
        open ("/who-may-do-what",           "/shell/permissions.xhtml"),

        open ("/guidance",                  "/threshold/guidance.xhtml").keptForAll(),
        open ("/guidance/levels/{level}",   "/threshold/level.xhtml").keptForAll(),
        open ("/guidance/reference",        "/threshold/reference.xhtml").keptForAll(),
        open ("/guidance/families",         "/threshold/families.xhtml").keptForAll(),
        open ("/guidance/sheet",            "/threshold/sheet.xhtml").keptForAll(),
        open ("/guidance/editions",         "/threshold/editions.xhtml").keptForAll(),
        open ("/guidance/editions/{edition}", "/threshold/guidance.xhtml").keptForAll(),
        open ("/guidance/changes",          "/threshold/changes.xhtml").keptForAll(),
        open ("/guidance/download",         "/download/guidance"),
        route("/guidance/confirm",          "/threshold/confirm.xhtml",      Permission.CONFIRM_READING),
        route("/guidance/unclear",          "/threshold/unclear.xhtml",      Permission.CONFIRM_READING),
        route("/guidance/coverage",         "/threshold/coverage.xhtml",     Permission.READ_GUIDANCE_USE),
        route("/guidance/numbers",          "/threshold/numbers.xhtml",      Permission.WRITE_GUIDANCE),
        route("/guidance/drafts",           "/threshold/drafts.xhtml",       Permission.READ_GUIDANCE_DRAFTS),
        route("/guidance/drafts/new",       "/threshold/draft-new.xhtml",    Permission.WRITE_GUIDANCE),
        route("/guidance/drafts/{draft}",   "/threshold/draft.xhtml",        Permission.READ_GUIDANCE_DRAFTS),
        route("/guidance/drafts/{draft}/write", "/threshold/write.xhtml",    Permission.WRITE_GUIDANCE),
        route("/guidance/drafts/{draft}/frame", "/threshold/frame.xhtml",    Permission.WRITE_GUIDANCE),
        route("/guidance/drafts/{draft}/download", "/download/guidance-draft", Permission.READ_GUIDANCE_DRAFTS),
        route("/guidance/drafts/{draft}/parts/{part}", "/threshold/part.xhtml", Permission.WRITE_GUIDANCE),

        route("/home",                      "/plan/home.xhtml",              Permission.MANAGE_OWN_ACCOUNT),
        route("/actions",                   "/plan/actions.xhtml",           Permission.READ_PLAN),
        route("/actions/download",          "/download/actions",             Permission.READ_PLAN),
        route("/actions/{ref}",             "/plan/action.xhtml",            Permission.READ_PLAN),
        route("/actions/{ref}/update",      "/plan/update.xhtml",            Permission.REPORT_PROGRESS),
        route("/plan",                      "/plan/picture.xhtml",           Permission.READ_PLAN),
        route("/plan/imports",              "/plan/imports.xhtml",           Permission.IMPORT_PLAN),
        route("/plan/imports/new",          "/plan/import-new.xhtml",        Permission.IMPORT_PLAN),
        route("/plan/imports/{id}",         "/plan/import.xhtml",            Permission.IMPORT_PLAN),

        route("/practice-audits",               "/practiceaudit/audits.xhtml",    Permission.READ_PROGRAMME),
        route("/practice-audits/new",           "/practiceaudit/audit-new.xhtml", Permission.RUN_AUDITS),
        route("/practice-audits.ics",           "/download/audit-calendar",       Permission.READ_PROGRAMME),
        route("/practice-audits/calendar",      "/practiceaudit/calendar.xhtml",  Permission.READ_PROGRAMME),
        route("/practice-audits/programme",     "/practiceaudit/programme.xhtml", Permission.READ_PROGRAMME),
        route("/practice-audits/programme/new", "/practiceaudit/line-new.xhtml",  Permission.MANAGE_PROGRAMME),
        route("/practice-audits/{code}",        "/practiceaudit/audit.xhtml",     Permission.READ_PROGRAMME),
        route("/practice-audits/{code}/sample", "/practiceaudit/sample.xhtml",    Permission.RUN_AUDITS),
        route("/practice-audits/{code}/results",          "/practiceaudit/results.xhtml", Permission.READ_RESULTS),
        route("/practice-audits/{code}/results/download", "/download/master-sheet",       Permission.TAKE_MASTER_SHEET),
        route("/practice-audits/{code}/findings",         "/practiceaudit/findings.xhtml", Permission.READ_RECOMMENDATIONS),
        route("/audit-reports",                 "/practiceaudit/reports.xhtml",   Permission.READ_AUDIT_REPORT),
        route("/practice-audits/{code}/report",           "/practiceaudit/report.xhtml",   Permission.READ_AUDIT_REPORT),
        route("/practice-audits/{code}/report/{version}/{kind}", "/download/audit-report", Permission.READ_AUDIT_REPORT),
        route("/practice-audits/{code}/kept",             "/practiceaudit/kept.xhtml",     Permission.SEE_WHO_LOOKED),
        route("/recommendations",                         "/practiceaudit/recommendations.xhtml", Permission.READ_RECOMMENDATIONS),
        route("/recommendations/download",                "/download/recommendations",    Permission.READ_RECOMMENDATIONS),
        route("/recommendations/{recommendation}",        "/practiceaudit/recommendation.xhtml", Permission.READ_RECOMMENDATIONS),
        route("/recommendations/{recommendation}/act",    "/practiceaudit/act.xhtml",     Permission.OWN_AUDIT_ACTIONS),
        route("/recommendations/{recommendation}/report", "/practiceaudit/report-action.xhtml", Permission.OWN_AUDIT_ACTIONS),

        route("/referrals",                 "/referral/receipts.xhtml",      Permission.READ_RECEIPTS),
        route("/referrals/before",          "/referral/before.xhtml",        Permission.REFER),
        route("/referrals/form",            "/referral/form.xhtml",          Permission.REFER),
        route("/referrals/advice",          "/referral/advice.xhtml",        Permission.READ_RECEIPTS),
        route("/referrals/measures",        "/referral/measures.xhtml",      Permission.READ_REFERRAL_MEASURES),
        route("/referrals/clocks",          "/referral/clocks.xhtml",        Permission.SET_REFERRAL_CLOCKS),
        route("/referrals/{receipt}",       "/referral/receipt.xhtml",       Permission.READ_RECEIPTS),
        route("/escalations",               "/referral/escalations.xhtml",   Permission.READ_ESCALATIONS),
        route("/escalations/themes",        "/referral/themes.xhtml",        Permission.READ_ESCALATION_THEMES),
        route("/vignettes",                 "/vignette/vignettes.xhtml",     Permission.READ_VIGNETTES),
        route("/vignettes/{exercise}",      "/vignette/exercise.xhtml",      Permission.READ_VIGNETTES),
        route("/vignettes/{exercise}/results", "/vignette/results.xhtml",    Permission.READ_VIGNETTES),
        route("/practice-audits/tools",                     "/practiceaudit/tools.xhtml",       Permission.READ_TOOLS),
        route("/practice-audits/tools/new",                 "/practiceaudit/tool-new.xhtml",    Permission.MANAGE_TOOLS),
        route("/practice-audits/tools/{tool}",              "/practiceaudit/tool.xhtml",        Permission.READ_TOOLS),
        route("/practice-audits/tools/{tool}/download",     "/download/tool",                   Permission.READ_TOOLS),
        route("/practice-audits/tools/{tool}/question",     "/practiceaudit/question.xhtml",    Permission.MANAGE_TOOLS),
        route("/practice-audits/{code}/return",             "/practiceaudit/return.xhtml",      Permission.ANSWER_RETURN),
        route("/practice-audits/{code}/return/{case}",      "/practiceaudit/return-case.xhtml", Permission.ANSWER_RETURN),
        route("/practice-audits/{code}/return/{case}/answers", "/practiceaudit/answers",        Permission.ANSWER_RETURN),
        route("/practice-audits/{code}/return/{case}/paper", "/practiceaudit/paper.xhtml",      Permission.ANSWER_RETURN),
        route("/practice-audits/{code}/returns",            "/practiceaudit/returns.xhtml",     Permission.READ_RETURNS),
        route("/practice-audits/{code}/returns/{agency}",   "/practiceaudit/return-of.xhtml",   Permission.READ_RETURNS),
        route("/practice-audits/{code}/returns/{agency}/download", "/download/return",          Permission.READ_RETURNS),
        route("/practice-audits/{code}/moderation",         "/practiceaudit/moderation.xhtml",  Permission.MODERATE),
        route("/practice-audits/{code}/moderation/{case}",  "/practiceaudit/moderation-case.xhtml", Permission.MODERATE),

        route("/account",                   "/account/account.xhtml",        Permission.MANAGE_OWN_ACCOUNT),
        route("/account/tokens",            "/account/tokens.xhtml",         Permission.MANAGE_OWN_ACCOUNT),
        route("/choose-agency",             "/account/choose-agency.xhtml",  Permission.MANAGE_OWN_ACCOUNT),
        route("/sign-out",                  "/signin/sign-out.xhtml",        Permission.MANAGE_OWN_ACCOUNT),

        route("/people",                    "/people/people.xhtml",          Permission.READ_PEOPLE),
        route("/people/invite",             "/people/invite.xhtml",          Permission.MANAGE_PEOPLE).withScripts(),
        route("/posts",                     "/people/posts.xhtml",           Permission.READ_PEOPLE),
        route("/trail",                     "/trail/trail.xhtml",            Permission.READ_TRAIL));
    // spotless:on
    // @formatter:on

    /**
     * @param address with {@code {name}} where a part of it is a parameter of the view
     * @param guard empty for a page that needs no sign-in
     * @param scripted the page uses PrimeFaces, whose scripts carry a nonce
     * @param kept the page is the same for everybody who is not signed in, see {@link KeptPages}
     */
    public record Route(String address, String view, Optional<Permission> guard, boolean scripted, boolean kept) {

        public boolean open() {
            return guard.isEmpty();
        }

        Route withScripts() {
            return new Route(address, view, guard, true, kept);
        }

        Route keptForAll() {
            return new Route(address, view, guard, scripted, true);
        }
    }

    /** A route and what stood in the address for its parameters, still encoded. */
    record Match(Route route, Map<String, String> parameters) {
        String target() {
            return parameters.isEmpty()
                    ? route.view()
                    : parameters.entrySet().stream()
                            .map(p -> p.getKey() + "="
                                    + p.getValue().replace("&", "%26").replace("+", "%2B"))
                            .collect(Collectors.joining("&", route.view() + "?", ""));
        }
    }

    private Routes() {}

    /** @param path as it was sent, percent signs and all */
    static Optional<Match> find(String path) {
        String[] parts = path.split("/", -1);
        Match found = null;
        for (Route route : ALL) {
            Optional<Match> match = match(route, parts);
            if (match.isPresent() && (found == null || match.get().parameters().isEmpty())) {
                found = match.get();
            }
        }
        return Optional.ofNullable(found);
    }

    private static Optional<Match> match(Route route, String[] parts) {
        String[] pattern = route.address().split("/", -1);
        if (pattern.length != parts.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (pattern[i].startsWith("{") && !parts[i].isEmpty()) {
                parameters.put(pattern[i].substring(1, pattern[i].length() - 1), parts[i]);
            } else if (!pattern[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route, parameters));
    }

    private static Route open(String address, String view) {
        return new Route(address, view, Optional.empty(), false, false);
    }

    private static Route route(String address, String view, Permission needed) {
        return new Route(address, view, Optional.of(needed), false, false);
    }
}
