package uk.org.kscb.portal.platform.security;

import jakarta.enterprise.inject.spi.CDI;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.BearerToken;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.ExcessiveAttemptsException;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;

/** Shiro's view of the members: passwords and tokens to sign in with, permissions from {@link Permission}. */
public class PortalRealm extends AuthorizingRealm {

    public PortalRealm() {
        setName("portal");
        // Credentials are checked in Identity, which must answer alike for unknown names; Shiro has nothing left to
        // match.
        setCredentialsMatcher(new AllowAllCredentialsMatcher());
        // A withdrawn role works at the next request: nothing about roles is kept between requests.
        setAuthorizationCachingEnabled(false);
        setAuthenticationCachingEnabled(false);
    }

    @Override
    public boolean supports(AuthenticationToken token) {
        return token instanceof UsernamePasswordToken || token instanceof BearerToken;
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) throws AuthenticationException {
        Identity identity = CDI.current().select(Identity.class).get();
        try {
            SignedIn who = (token instanceof UsernamePasswordToken form
                            ? identity.signIn(
                                    form.getUsername() == null ? "" : form.getUsername(),
                                    form.getPassword() == null ? "" : new String(form.getPassword()),
                                    form.getHost() == null ? "" : form.getHost())
                            : identity.bearer(((BearerToken) token).getToken()))
                    .orElseThrow(() ->
                            new IncorrectCredentialsException("That user name and password do not fit together."));
            return new SimpleAuthenticationInfo(who, "", getName());
        } catch (Identity.Waiting waiting) {
            throw new DisabledAccountException(waiting.getMessage());
        } catch (Identity.Throttled throttled) {
            throw new ExcessiveAttemptsException(throttled.getMessage());
        }
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
        CurrentViewer.find().ifPresent(viewer -> {
            for (Permission permission : Permission.values()) {
                if (viewer.may(permission)) {
                    info.addStringPermission(permission.name());
                }
            }
        });
        return info;
    }
}
