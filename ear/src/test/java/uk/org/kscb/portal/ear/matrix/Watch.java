package uk.org.kscb.portal.ear.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at everything that somebody can see, twice, and says where it differs. */
final class Watch {
    private final Collection<Person> people;
    private final List<String> pages;
    private final List<String> calls;
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    private Watch(Collection<Person> people, List<String> pages, List<String> calls) {
        this.people = people;
        this.pages = pages;
        this.calls = calls;
    }

    /** Every way to see something of an action, and to notice that something about it has changed. */
    static Watch over(String ref, String words, Collection<Person> people) {
        String q = Visitor.encoded(words);
        List<String> pages = new ArrayList<>(List.of(
                "/home",
                "/actions",
                "/actions?show=all&sort=update&size=200",
                "/actions?show=all&sort=-update&size=200",
                "/actions?show=joint&sort=status&size=200",
                "/actions?show=all&status=late,no-update&size=200",
                "/actions?show=all&q=" + q,
                "/actions?show=all&asAt=2011-06-16",
                "/actions/" + ref,
                "/actions/" + ref + "?asAt=2011-06-15",
                "/actions/" + ref + "?asAt=2012-06-15",
                "/plan",
                "/people",
                "/posts",
                "/plan/imports"));
        for (String kind : List.of("csv", "xlsx")) {
            pages.add("/actions/download?show=all&as=" + kind);
            pages.add("/actions/download?show=all&sort=-update&as=" + kind);
            pages.add("/actions/download?show=all&as=" + kind + "&q=" + q);
        }
        List<String> calls = List.of(
                "/actions?show=all&size=200",
                "/actions?show=all&size=200&sort=-update",
                "/actions?show=all&q=" + q,
                "/actions?show=mine&status=late",
                "/actions/" + ref,
                "/actions/" + ref + "?asAt=2011-06-16",
                "/plan",
                "/people",
                "/plan/imports");
        return new Watch(people, pages, calls);
    }

    Watch and(String page) {
        List<String> more = new ArrayList<>(pages);
        more.add(page);
        return new Watch(people, more, calls);
    }

    Watch begin() {
        each((name, answer) -> seen.put(name, saying(answer)));
        return this;
    }

    void expectNothingNew(String secret) {
        Findings findings = new Findings();
        each((name, answer) -> {
            String now = saying(answer);
            String before = seen.getOrDefault(name, "");
            findings.expect(now.equals(before), name + " has changed, " + difference(before, now));
            // the search form shows what was searched for
            findings.expect(name.contains("q=") || !answer.words().contains(secret), name + " shows the words");
        });
        findings.none();
    }

    private static String saying(Answer answer) {
        return answer.status() + " " + answer.header("X-Total-Count") + " " + answer.header("ETag") + " "
                + answer.header("Link") + "\n" + answer.words();
    }

    /** The first line that differs, for the message. */
    private static String difference(String before, String now) {
        String[] old = before.split("\n");
        String[] young = now.split("\n");
        for (int i = 0; i < Math.min(old.length, young.length); i++) {
            if (!old[i].equals(young[i])) {
                return "from: " + old[i].strip() + " to: " + young[i].strip();
            }
        }
        return "in length";
    }

    private interface Look {
        void at(String name, Answer answer);
    }

    private void each(Look look) {
        List<Runnable> all = new ArrayList<>();
        for (Person person : people) {
            Visitor visitor = Visitor.signedIn(person);
            Program program = Program.of(person);
            pages.forEach(page -> all.add(() -> look.at(person.userName() + " " + page, visitor.get(page))));
            calls.forEach(call -> all.add(() -> look.at(person.userName() + " /api/v1" + call, program.get(call))));
        }
        Findings.inParallel(all, Runnable::run);
    }
}
