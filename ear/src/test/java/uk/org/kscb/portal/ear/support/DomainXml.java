package uk.org.kscb.portal.ear.support;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shipped server configuration, changed into ours. Every change that finds nothing to change is an error. */
final class DomainXml {
    private String text;

    DomainXml(String shipped) {
        text = shipped;
    }

    /**
     * @param defaults elements that Payara would otherwise add while it starts; two of its services that do so at once
     *     can wait for each other for ever (OpenApiService and JMSConfigListener, seen on 7.2025.1)
     */
    DomainXml withDefaults(String defaults) {
        return replace("<payara-executor-service-configuration */>", "$0" + Matcher.quoteReplacement(defaults));
    }

    DomainXml onLoopbackOnly() {
        replace("<network-listener port", "<network-listener address=\"127.0.0.1\" port");
        return replace("0\\.0\\.0\\.0", "127.0.0.1");
    }

    /** All in one go: where one port moves to may be where another one comes from. */
    DomainXml onPorts(Ports ports) {
        Set<Integer> found = new TreeSet<>();
        text = Pattern.compile("(port=\"|name=\"JMS_PROVIDER_PORT\" value=\")(\\d+)\\b")
                .matcher(text)
                .replaceAll(at -> {
                    int port = Integer.parseInt(at.group(2));
                    boolean ours = Ports.SERVER.containsKey(port);
                    if (ours) {
                        found.add(port);
                    }
                    return Matcher.quoteReplacement(at.group(1) + (ours ? ports.moved(port) : port));
                });
        if (!found.equals(Ports.SERVER.keySet())) {
            throw new IllegalStateException("Payara's domain.xml has changed: of its ports it names only " + found);
        }
        return this;
    }

    /** Nobody is told which server this is. */
    DomainXml anonymous() {
        return replace("<http default-virtual-server=\"server\"", "$0 xpowered-by=\"false\" server-header=\"false\"");
    }

    /** Stylesheets and scripts travel packed; pages do not, since what they say to one person must not show in their size. */
    DomainXml packingAssets() {
        return replace(
                "<http default-virtual-server=\"server\"",
                "$0 compression=\"on\" compression-min-size-bytes=\"1024\""
                        + " compressable-mime-type=\"text/css,text/javascript,application/javascript,image/svg+xml\"");
    }

    DomainXml withoutConsoleAndShells() {
        replace(
                "<property value=\"/admin\" name=\"adminConsoleContextRoot\" />",
                "$0<property value=\"NEVER\" name=\"adminConsoleStartup\" />");
        return replace(
                "org.apache.felix.shell,org.apache.felix.gogo.runtime,org.apache.felix.gogo.shell,"
                        + "org.apache.felix.gogo.command,org.apache.felix.shell.remote,",
                "");
    }

    /** One node: no other servers to look for, and none that finds us. */
    DomainXml withoutDataGrid() {
        return replace(
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">");
    }

    /** @param ports of the data grid, one a node, all on this machine */
    DomainXml withDataGrid(List<Integer> ports) {
        String members = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        return replace(
                "<hazelcast-runtime-configuration ",
                "$0discovery-mode=\"tcpip\" tcpip-members=\"" + members + "\" interface=\"127.0.0.1\" ");
    }

    DomainXml withMemory(String size) {
        return replace("<jvm-options>-Xmx512m</jvm-options>", "<jvm-options>-Xmx" + size + "</jvm-options>");
    }

    DomainXml withJvmOption(String option) {
        return replace(
                "<jvm-options>-server</jvm-options>",
                "$0<jvm-options>" + Matcher.quoteReplacement(option) + "</jvm-options>");
    }

    private DomainXml replace(String pattern, String replacement) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Payara's domain.xml has changed: nothing matches " + pattern);
        }
        text = found.replaceAll(replacement);
        return this;
    }

    @Override
    public String toString() {
        return text;
    }
}
