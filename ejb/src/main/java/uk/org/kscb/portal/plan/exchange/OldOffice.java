package uk.org.kscb.portal.plan.exchange;

import java.nio.charset.StandardCharsets;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/**
 * Files in Microsoft's container of before 2007. None is read: it is either an old document or a protected new one, told
 * apart by the names of its streams.
 */
final class OldOffice {

    private OldOffice() {}

    static UnreadablePlan refusal(byte[] content) {
        if (holds(content, "EncryptedPackage")) {
            return new UnreadablePlan(
                    Reason.ENCRYPTED,
                    "The file is protected by a password. Open it, remove the password (File, Info, Protect), save it"
                            + " and send it again.");
        }
        if (holds(content, "WordDocument")) {
            return new UnreadablePlan(
                    Reason.OLD_FORMAT,
                    "The file is a Word document of the old kind (.doc). Open it in Word, save it as a Word document"
                            + " (.docx) and send that.");
        }
        if (holds(content, "Workbook") || holds(content, "Book")) {
            return new UnreadablePlan(
                    Reason.OLD_FORMAT,
                    "The file is an Excel workbook of the old kind (.xls). Open it in Excel, save it as an Excel"
                            + " workbook (.xlsx) and send that.");
        }
        return new UnreadablePlan(
                Reason.OLD_FORMAT,
                "The file is of an old Office kind. Save it as a Word document (.docx) or an Excel workbook (.xlsx) and"
                        + " send that.");
    }

    /** Stream names stand in the container as UTF-16. */
    private static boolean holds(byte[] content, String streamName) {
        byte[] wanted = (streamName + "\0").getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i + wanted.length <= content.length; i++) {
            int j = 0;
            while (j < wanted.length && content[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
