package uk.org.kscb.portal.plan.exchange;

/** The formats that a plan may come in. */
public enum PlanFormat {
    WORD("a Word document", "docx"),
    EXCEL("an Excel workbook", "xlsx"),
    CSV("a CSV file", "csv"),
    JSON("the portal's own JSON", "json");

    private final String wording;
    private final String extension;

    PlanFormat(String wording, String extension) {
        this.wording = wording;
        this.extension = extension;
    }

    /** With its article, for use in a sentence. */
    public String wording() {
        return wording;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }
}
