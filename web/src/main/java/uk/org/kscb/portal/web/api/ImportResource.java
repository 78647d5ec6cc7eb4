package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.plan.ImportPreview;
import uk.org.kscb.portal.plan.ImportService;

/** Plans coming in: upload, preview, confirm or cancel, one undo. */
@Path("/plan/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    @Inject
    private ImportService imports;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @Context
    private Providers providers;

    @GET
    public List<ImportJson.Line> history() {
        return imports.history().stream().map(ImportJson.Line::of).toList();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(InputStream body) throws IOException {
        try (UploadedFile file = UploadedFile.receive(body, headers, providers)) {
            ImportPreview preview = imports.upload(file.name(), file.content());
            return Response.created(
                            uri.getAbsolutePathBuilder().path(preview.id()).build())
                    .entity(shown(preview))
                    .build();
        }
    }

    @GET
    @Path("/{id}")
    public ImportJson.Full read(@PathParam("id") String id) {
        return shown(imports.preview(id));
    }

    @POST
    @Path("/{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportJson.Full remap(@PathParam("id") String id, InputStream body) {
        return shown(imports.remap(id, mapping(JsonBody.read(body))));
    }

    @POST
    @Path("/{id}/confirm")
    public ImportJson.Full confirm(@PathParam("id") String id) {
        return shown(imports.confirm(id));
    }

    @POST
    @Path("/{id}/cancel")
    public ImportJson.Full cancel(@PathParam("id") String id) {
        return shown(imports.cancel(id));
    }

    @POST
    @Path("/{id}/undo")
    public ImportJson.Full undo(@PathParam("id") String id) {
        return shown(imports.undo(id));
    }

    private ImportJson.Full shown(ImportPreview preview) {
        return ImportJson.Full.of(preview, imports.planJson(preview));
    }

    private static Map<String, Integer> mapping(JsonBody body) {
        Map<String, Integer> mapping = new LinkedHashMap<>();
        body.json().forEach((role, column) -> {
            if (column instanceof JsonNumber number
                    && number.isIntegral()
                    && number.bigDecimalValue().signum() >= 0) {
                mapping.put(role, number.intValue());
            } else {
                body.wrong(role, "Expected the number of a column, from 0.");
            }
        });
        body.refuseErrors();
        return mapping;
    }
}
