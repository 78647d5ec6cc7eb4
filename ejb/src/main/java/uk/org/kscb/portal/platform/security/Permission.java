package uk.org.kscb.portal.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Who may do what: the one table that the front doors, the page "Who may do what" and the matrix test read.
 *
 * <p>A cell says how far the permission reaches: {@code all} of the partnership, {@code own} agency only, {@code head}
 * for the headline without words that somebody wrote, {@code assigned} for what the agency's coordinator assigned to the
 * member or to a post that the member holds, {@code -} for not at all. Columns are {@link Role} in its order.
 * Source: the partnership's table of roles and permissions.
 */
public enum Permission {
    // @formatter:off
    // spotless:off
    //                     what it allows                                              admin mgr  coord contr pract
    // audit moder board chair dfe
    READ_PLAN(
            "Read the plan: priorities, outcomes, actions, milestones",
            " -   all  all   all   head  -     -     all   all   all "),
    IMPORT_PLAN(
            "Bring in a plan, preview it, confirm it, undo it",
            " -   all  -     -     -     -     -     -     -     -   "),
    CONFIRM_DATES(
            "Confirm dates that the plan gives wrongly", " -   all  -     -     -     -     -     -     -     -   "),
    ASSIGN_CONTRIBUTIONS(
            "Say which agencies contribute to an action", " -   all  -     -     -     -     -     -     -     -   "),
    READ_CONTRIBUTIONS(
            "See what each agency owes and how it stands", " -   all  all   all   -     -     -     all   all   head"),
    READ_OWN_MATERIAL(
            "Read own agency's updates that others do not see",
            " -   own  own   own   -     -     -     -     -     -   "),
    ANSWER_OFFER(
            "Accept or query what the agency is asked to contribute",
            " -   own  own   -     -     -     -     -     -     -   "),
    REPORT_PROGRESS(
            "Add a progress update to the agency's own contribution",
            " -   own  own assigned -    -     -     -     -     -   "),
    ASSIGN_WORK(
            "Assign the agency's contribution to a post or a person",
            " -   own  own   -     -     -     -     -     -     -   "),
    REFER(
            "Complete a referral in the browser, take a receipt, ask for advice",
            " -   -    -     -     own   -     -     -     -     -   "),
    READ_RECEIPTS(
            "See receipts of referrals: one's own, or at the desk that receives them",
            " -   all  own   own   own   -     -     -     all   -   "),
    DECIDE_REFERRALS(
            "Record decision and feedback, where the agency receives referrals",
            " -   -    own   own   -     -     -     -     -     -   "),
    SET_REFERRAL_CLOCKS(
            "Say from which day a clock of referrals runs how long",
            " -   all  -     -     -     -     -     -     -     -   "),
    READ_REFERRAL_MEASURES(
            "See how soon referrals are decided and referrers told",
            " -   all  own   -     -     -     -     head  all   -   "),
    RECORD_ESCALATIONS(
            "Record disagreements between agencies, without the child",
            " -   all  own   -     own   -     -     -     -     -   "),
    READ_ESCALATIONS(
            "See the log of disagreements, without the child",
            " -   all  own   -     own   -     -     -     all   -   "),
    READ_ESCALATION_THEMES(
            "See the themes of disagreements and how long they took",
            " -   all  own   -     -     -     -     head  all   -   "),
    READ_VIGNETTES(
            "See vignette exercises and, once closed, how alike answers were",
            " -   all  all   all   all   all   all   all   all   -   "),
    ANSWER_VIGNETTES(
            "Answer a vignette exercise", " -   -    own   own   own   own   -     -     -     -   "),
    MANAGE_VIGNETTES(
            "Set, open and close vignette exercises", " -   all  -     -     -     -     -     -     -     -   "),
    READ_AGENCIES("See the agencies of the partnership", " all all  all   all   all   all   all   all   all   all "),
    READ_PEOPLE("See who holds which role and post", " all all  own   own   -     -     -     -     all   -   "),
    MANAGE_PEOPLE(
            "Invite people, give and withdraw roles, fill posts",
            " all -    own   -     -     -     -     -     -     -   "),
    CONFIRM_ROLES(
            "Confirm, as the second person, a role that an administrator gave",
            " all all  own   -     -     -     -     -     -     -   "),
    MANAGE_OWN_ACCOUNT(
            "Own profile: role acted in, access tokens, password",
            " own own  own   own   own   own   own   own   own   own "),
    READ_GUIDANCE_DRAFTS(
            "See the next edition of the guidance once it is in consultation",
            " -   all  all   all   -     -     -     all   all   -   "),
    WRITE_GUIDANCE(
            "Write the guidance, put it to partners, set its first day; keep its telephone numbers",
            " -   all  -     -     -     -     -     -     -     -   "),
    COMMENT_ON_GUIDANCE(
            "Comment on the next edition for the agency",
            " -   -    own   own   -     -     -     -     -     -   "),
    READ_GUIDANCE_COMMENTS(
            "Read what agencies said of the next edition",
            " -   all  own   own   -     -     -     -     -     -   "),
    APPROVE_GUIDANCE(
            "Record the approval of the guidance by the board one sits on",
            " -   -    -     -     -     -     -     all   all   -   "),
    CONFIRM_READING(
            "Confirm having read the guidance; say that an example is unclear",
            " -   own  own   own   own   own   own   -     -     -   "),
    READ_GUIDANCE_USE(
            "See how far the guidance is read and used",
            " -   all  own   -     -     -     -     -     -     -   "),
    // practice audits: the programme and running an audit
    READ_PROGRAMME(
            "See which practice audits there are, what they ask and by when",
            " -   all  own   -     -     own   all   all   all   head"),
    MANAGE_PROGRAMME(
            "Write the year's programme of practice audits", " -   all  -     -     -     -     -     -     -     -   "),
    APPROVE_PROGRAMME(
            "Approve the programme of practice audits and its changes",
            " -   -    -     -     -     -     -     all   all   -   "),
    DECIDE_PROGRAMME_CHANGES(
            "Decide whether an approved programme of practice audits changes",
            " -   -    -     -     -     -     -     -     all   -   "),
    RUN_AUDITS(
            "Run a practice audit: scope, sample, notify, chase, pause, cancel",
            " -   all  -     -     -     -     -     -     -     -   "),
    RESOLVE_NON_RETURNS(
            "See which returns have not come, and record what was agreed with the agency",
            " -   -    -     -     -     -     -     -     all   -   "),
    CONFIRM_RECEIPT(
            "Say that the references of a practice audit have arrived",
            " -   -    own   -     -     -     -     -     -     -   "),
    // practice audits: what the numbers say, and what becomes of it
    READ_RESULTS(
            "Read an audit's results: own cases beside the county, or all",
            " -   all  own   -     -     own   all   head  head  -   "),
    TAKE_MASTER_SHEET(
            "Take an audit's answers away under their case codes",
            " -   all  own   -     -     own   all   -     -     -   "),
    MANAGE_FINDINGS(
            "Write findings and recommendations, agree to an impact level",
            " -   all  -     -     -     -     -     -     -     -   "),
    DECIDE_RECOMMENDATIONS(
            "Accept a recommendation or not, close it, accept a gap",
            " -   -    -     -     -     -     -     all   all   -   "),
    OWN_AUDIT_ACTIONS(
            "Say what the agency does about a recommendation, and report on it",
            " -   -    own   own   -     -     -     -     -     -   "),
    READ_RECOMMENDATIONS(
            "Read recommendations of practice audits",
            " -   all  own   own   -     own   all   all   all   head"),
    WRITE_AUDIT_REPORT(
            "Write and release an audit's report; holds and destruction of returns",
            " -   all  -     -     -     -     -     -     -     -   "),
    APPROVE_AUDIT_REPORT(
            "Read an audit's report before it is released, and record its approval by the board one sits on",
            " -   -    -     -     -     -     -     all   all   -   "),
    COMMENT_ON_AUDIT_REPORT(
            "Say what is wrong with the facts of a draft report",
            " -   -    own   -     -     -     -     -     -     -   "),
    SEE_WHO_LOOKED(
            "See who looked at the agency's return, and what became of it",
            " -   all  own   -     -     -     -     -     -     -   "),
    READ_AUDIT_REPORT(
            "Read released audit reports",
            " -   all  all   all   head  all   all   all   all   head"),
    READ_TRAIL("Read the trail of who did what", " all all  own   -     -     -     -     -     head  -   "),
    VERIFY_TRAIL("Check that the trail is unbroken", " all all  -     -     -     -     -     -     all   -   "),

    // practice audits: tools, returns, moderation
    READ_TOOLS("Read the tools of practice audits", " -   all  own   -     -     own   all   all   all   -   "),
    MANAGE_TOOLS(
            "Build tools: questions, versions, files in and out",
            " -   all  -     -     -     -     -     -     -     -   "),
    READ_RETURNS(
            "Read agencies' returns; a moderator while the panel works",
            " -   all  own   -     -     own   all   -     -     -   "),
    ANSWER_RETURN(
            "Answer the agency's own cases, give them to auditors",
            " -   -    own   -     -     own   -     -     -     -   "),
    SIGN_RETURN("Sign off the agency's own return", " -   -    own   -     -     -     -     -     -     -   "),
    REOPEN_RETURN(
            "Ask for a signed return to be reopened, or agree to it",
            " -   all  own   -     -     -     -     -     -     -   "),
    MODERATE("Give moderated grades in a panel", " -   all  -     -     -     -     all   -     -     -   ");
    // spotless:on
    // @formatter:on

    /** How far a permission reaches. */
    public enum Reach {
        NONE("–"),
        HEAD("headline"),
        ASSIGNED("assigned to them"),
        OWN("own agency"),
        ALL("all");

        private final String words;

        Reach(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static Reach of(String cell) {
            return cell.equals("-") ? NONE : valueOf(cell.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private final String words;
    private final List<Reach> reaches;

    Permission(String words, String row) {
        this.words = words;
        this.reaches = Arrays.stream(row.strip().split("\\s+")).map(Reach::of).toList();
        if (reaches.size() != Role.values().length) {
            throw new IllegalStateException(name() + " has " + reaches.size() + " cells, one a role is needed");
        }
    }

    public String words() {
        return words;
    }

    public Reach reach(Role role) {
        return reaches.get(role.ordinal());
    }

    /** The widest reach that any of these roles gives. */
    public Reach reach(Set<Role> roles) {
        return roles.stream().map(this::reach).max(Enum::compareTo).orElse(Reach.NONE);
    }
}
