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
 */
record Things(String importId, String invitation) {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

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
                "insert into member_role (public_id, member_id, agency_id, role, given_at, given_by, waiting_since, asked_by)"
                        + " select ?, m.id, a.id, 'AUDITOR', 1, 'matrix', 1, 'matrix' from member m, agency a"
                        + " where m.user_name = 'police2' and a.code = 'POLICE'",
                Secret.publicId());
        return new Things(upload(), secret);
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

    static Person importer() {
        return Person.all().stream()
                .filter(p -> p.reach(Permission.IMPORT_PLAN) == Permission.Reach.ALL)
                .findFirst()
                .orElseThrow();
    }

    void clear() {
        Database.change("delete from invitation where invited_by = 'matrix'");
        Database.change("delete from member_role where given_by = 'matrix' and waiting_since is not null");
        Database.change("delete from plan_import where file_name = 'matrix.csv' and state <> 'CONFIRMED'");
    }
}
