package uk.org.kscb.portal.web.shell;

import org.apache.shiro.web.env.DefaultWebEnvironment;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import uk.org.kscb.portal.platform.security.PortalRealm;

/**
 * Shiro as the portal uses it: one realm, the server's own sessions (which the other node copies), no "remember me".
 * Which address needs what stands in {@link Routes}, what each role may do in the permission table.
 */
public class ShiroEnvironment extends DefaultWebEnvironment {

    public ShiroEnvironment() {
        DefaultWebSecurityManager manager = new DefaultWebSecurityManager(new PortalRealm());
        manager.setRememberMeManager(null);
        setWebSecurityManager(manager);
    }
}
