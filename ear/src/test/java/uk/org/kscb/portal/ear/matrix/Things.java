package uk.org.kscb.portal.ear.matrix;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Secret;

/**
 * Things that addresses name and that a test must make first.
 *
 * @param importId of a plan that was uploaded and waits for a decision
 * @param invitation secret of an open invitation
 * @param receipt of a referral that the sample practitioner sent
 * @param exercise of vignettes, closed
 * @param escalation between Police and Health
 */
record Things(String importId, String invitation, String receipt, String exercise, String escalation) {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([^\"]+)\"");

    static final String RECEIPT = "{\"key\":\"matrix-0123456789\",\"post\":\"health-visitor\",\"level\":3,"
            + "\"significantHarm\":false,\"consent\":\"given\"}";
    static final String SMALL_PLAN = "Ref,Actions,Timescale,Delivery Leads,Targets & Measures\r\n"
            + "1.1.1,Write down who may see what,By September 2011,Matrix officer,One list\r\n";

    static Things make() {
        String secret = Secret.fresh();
        Database.change(
                "insert into invitation (member_id, secret_hash, invited_by, expires_at)"
                        + " select id, ?, 'matrix', ? from member where user_name = 'school'",
                Secret.hash(secret),
                System.currentTimeMillis() + 3_600_000);
        Database.change(
                "insert into member_role (public_id, member_id, agency_id, role, given_at, given_by, waiting_since,"
                        + " asked_by) select ?, m.id, a.id, 'AUDITOR', 1, 'matrix', 1, 'matrix' from member m, agency a"
                        + " where m.user_name = 'police2' and a.code = 'POLICE'",
                Secret.publicId());
        recommendToEverybody();
        reportOnEverything();
        Database.change("update practice_audit set state = 'MODERATING' where code = ?", ReturnSpots.MODERATED);
        Database.change(
                "insert into audit_event (audit_id, happened_on, recorded_at, recorded_by, what, state, agency_id,"
                        + " detail) select p.id, '2011-06-15', 0, 'matrix', 'ESCALATED', p.state, g.id, '' from practice_audit p,"
                        + " agency g where p.state = 'COLLECTING' and g.code = 'YOS'");
        return new Things(upload(), secret, receiptTaken(), exerciseClosed(), escalationBegun());
    }

    /** To each agency one recommendation that a board accepted, with an impact level that waits for agreement. */
    private static void recommendToEverybody() {
        Database.change("insert into finding (public_id, audit_id, number, text, found_on, recorded_by, recorded_at)"
                + " select left(sha2(concat('finding', p.id), 256), 20), p.id, 900, 'Found by the matrix', '2011-05-01',"
                + " 'matrix', 0 from practice_audit p");
        Database.change(
                "insert into recommendation (public_id, audit_id, finding_id, number, text, agency_id, priority,"
                        + " made_on, due_on, decision, decided_on) select left(sha2(concat('matrix', g.id), 256), 20),"
                        + " f.audit_id, f.id, 900 + g.id, 'Made by the matrix', g.id, 'HIGH', '2011-05-01', '2031-05-01',"
                        + " 'ACCEPTED', '2011-05-02' from agency g join (select min(id) id, min(audit_id) audit_id from"
                        + " finding where recorded_by = 'matrix') f");
        Database.change(
                "insert into impact_review (public_id, recommendation_id, level, shown_by, evidence, proposed_for,"
                        + " proposed_by, proposed_on, proposed_at) select left(sha2(concat('review', r.id), 256), 20), r.id, 1,"
                        + " 'DOCUMENT', 'A minute', r.agency_id, 'matrix', '2011-05-03', 0 from recommendation r where"
                        + " r.text = 'Made by the matrix'");
        Database.change("insert into audit_action (public_id, recommendation_id, agency_id, text, better_off, due_on,"
                + " added_on, added_at, added_by) select left(sha2(concat('action', r.id), 256), 20), r.id,"
                + " r.agency_id, 'Write it down', 'They are heard', '2031-05-01', '2011-05-03', 0, (select min(id)"
                + " from member) from recommendation r where r.text = 'Made by the matrix'");
    }

    /** Of each audit a report that is released, and a draft. */
    private static void reportOnEverything() {
        for (int version : new int[] {901, 902}) {
            Database.change(
                    "insert into audit_report (public_id, audit_id, version, headline, summary, learning, training,"
                            + " made_on, made_at, made_by, comments_until, released_on, word, pdf, brief) select"
                            + " left(sha2(concat('report', p.id, ?), 256), 20), p.id, ?, 'Made by the matrix', 's', 'l', 't',"
                            + " '2011-05-01', 0, 'matrix', '2031-05-01', if(? = 901, '2011-05-02', null), 'w', 'p', 'b'"
                            + " from practice_audit p",
                    version,
                    version,
                    version);
        }
        Database.change("insert into retention_hold (public_id, audit_id, reason, placed_on, placed_at, placed_by)"
                + " select left(sha2(concat('hold', p.id), 256), 20), p.id, 'Made by the matrix', '2011-05-01', 0, 'matrix'"
                + " from practice_audit p");
    }

    private static void clearRecommendations() {
        Database.change("delete from audit_report where made_by = 'matrix'");
        Database.change("delete from retention_hold where placed_by = 'matrix'");
        String made = " where recommendation_id in (select id from recommendation where text = 'Made by the matrix')";
        Database.change("delete from audit_action" + made);
        Database.change("delete from impact_review" + made);
        Database.change("delete from recommendation where text = 'Made by the matrix'");
        Database.change("delete from finding where recorded_by = 'matrix'");
    }

    static String upload() {
        Answer uploaded = Program.of(importer())
                .call("POST", "/plan/imports", Program.MULTIPART, Program.file("matrix.csv", SMALL_PLAN));
        Matcher id = ID.matcher(uploaded.text());
        if (uploaded.status() != 201 || !id.find()) {
            throw new AssertionError("No import to look at: " + uploaded + " " + uploaded.text());
        }
        return id.group(1);
    }

    /** The same every time: one key, one receipt. */
    private static String receiptTaken() {
        Answer taken = Program.of(Person.named("visitor")).post("/referral-receipts", RECEIPT);
        Matcher reference = REFERENCE.matcher(taken.text());
        if (taken.status() != 201 || !reference.find()) {
            throw new AssertionError("No receipt to look at: " + taken + " " + taken.text());
        }
        return reference.group(1);
    }

    private static String exerciseClosed() {
        Program manager = Program.of(Person.named("kscb"));
        String today = Database.today();
        Answer made = manager.post(
                "/vignette-exercises",
                "{\"title\":\"Matrix\",\"opens\":\"" + today + "\",\"closes\":\"" + today
                        + "\",\"startingCases\":true}");
        Matcher id = ID.matcher(made.text());
        if (made.status() != 201 || !id.find()) {
            throw new AssertionError("No exercise to look at: " + made + " " + made.text());
        }
        Answer closed = manager.call("POST", "/vignette-exercises/" + id.group(1) + "/close", "", "");
        if (closed.status() != 204) {
            throw new AssertionError("The exercise does not close: " + closed + " " + closed.text());
        }
        return id.group(1);
    }

    private static String escalationBegun() {
        Answer begun = Program.of(Person.named("police"))
                .post("/escalations", "{\"other\":\"HEALTH\",\"theme\":\"delay\",\"on\":\"" + Database.today() + "\"}");
        Matcher reference = REFERENCE.matcher(begun.text());
        if (begun.status() != 201 || !reference.find()) {
            throw new AssertionError("No escalation to look at: " + begun + " " + begun.text());
        }
        return reference.group(1);
    }

    static Person importer() {
        return Person.all().stream()
                .filter(p -> p.reach(Permission.IMPORT_PLAN) == Permission.Reach.ALL)
                .findFirst()
                .orElseThrow();
    }

    void clear() {
        clearRecommendations();
        Database.change("delete from audit_event where recorded_by = 'matrix'");
        Database.change("update practice_audit set state = 'ACTING' where code = ?", ReturnSpots.MODERATED);
        Database.change("delete from invitation where invited_by = 'matrix'");
        Database.change("delete from member_role where given_by = 'matrix' and waiting_since is not null");
        Database.change("delete from plan_import where file_name = 'matrix.csv' and state <> 'CONFIRMED'");
    }
}
