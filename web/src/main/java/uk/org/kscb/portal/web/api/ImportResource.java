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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.org.kscb.portal.plan.ImportPreview;
import uk.org.kscb.portal.plan.ImportService;

/** Plans coming in: upload, preview, confirm or cancel, one undo. */
@Path("/plan/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
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
    @Operation(operationId = "listImports", summary = "The newest imports, at most 50")
    @APIResponse(
            responseCode = "200",
            description = "Newest first",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ImportJson.Line.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public List<ImportJson.Line> history() {
        return imports.history().stream().map(ImportJson.Line::of).toList();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadPlan",
            summary = "Read a plan and show what it would change",
            description = "A Word (.docx), Excel (.xlsx), CSV or JSON file of at most 20 MB. The plan itself stays as "
                    + "it is until the import is confirmed. A file that cannot be read leaves nothing behind.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "file",
                                            properties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            type = SchemaType.STRING,
                                                            format = "binary"))))
    @APIResponse(
            responseCode = "201",
            description = "The preview; Location is its address",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.Full.class)))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "413", ref = "Problem")
    @APIResponse(responseCode = "415", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
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
    @Operation(operationId = "readImport", summary = "An import and what it would change, or did")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.Full.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public ImportJson.Full read(@PathParam("id") String id) {
        return shown(imports.preview(id));
    }

    @POST
    @Path("/{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "remapImport",
            summary = "Read the same file again with the columns that you say",
            description = "For example {\"ref\": 0, \"action\": 2}: roles as in \"mapping\" of the preview, columns "
                    + "counted from 0.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            description = "The new preview",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.Full.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    public ImportJson.Full remap(@PathParam("id") String id, InputStream body) {
        return shown(imports.remap(id, mapping(JsonBody.read(body))));
    }

    @POST
    @Path("/{id}/confirm")
    @Operation(operationId = "confirmImport", summary = "Put the import into the plan")
    @APIResponse(
            responseCode = "200",
            description = "The import, confirmed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.Full.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    public ImportJson.Full confirm(@PathParam("id") String id) {
        return shown(imports.confirm(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(operationId = "cancelImport", summary = "Drop the import; the plan stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "The import, cancelled",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.Full.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    public ImportJson.Full cancel(@PathParam("id") String id) {
        return shown(imports.cancel(id));
    }

    @POST
    @Path("/{id}/undo")
    @Operation(operationId = "undoImport", summary = "Take the newest confirmed import back")
    @APIResponse(
            responseCode = "200",
            description = "The import, undone",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.Full.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
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
