package uk.org.kscb.portal.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Role;

/** The permission table, as it works. */
@Named
@ApplicationScoped
public class PermissionsPage {

    public Permission[] getPermissions() {
        return Permission.values();
    }

    public Role[] getRoles() {
        return Role.values();
    }
}
