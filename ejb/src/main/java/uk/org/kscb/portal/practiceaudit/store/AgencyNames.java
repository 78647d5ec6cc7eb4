package uk.org.kscb.portal.practiceaudit.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AgencyName;

/** Agencies by id and by code, in their usual order. */
public final class AgencyNames {
    private final Map<Long, AgencyName> byId = new LinkedHashMap<>();

    void add(long id, AgencyName name) {
        byId.put(id, name);
    }

    public AgencyName of(long id) {
        return byId.getOrDefault(id, new AgencyName("?", "?", "An agency that is gone", false));
    }

    /** @throws NotVisible when there is no such agency */
    public long id(String code) {
        return byId.entrySet().stream()
                .filter(e -> e.getValue().code().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new NotVisible("agency"));
    }

    public Map<Long, String> shortNames() {
        return byId.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().shortName()));
    }

    public List<AgencyName> all() {
        return List.copyOf(byId.values());
    }

    /** Their place in the usual order. */
    public int place(long id) {
        return List.copyOf(byId.keySet()).indexOf(id);
    }
}
