import com.example.IbmClient;
import com.example.blendvision.api.ChatroomTokensApi;
import com.example.blendvision.api.ChatroomsApi;
import com.example.blendvision.auth.HttpBearerAuth;
import com.example.blendvision.model.CreateChatroomRequest;
import com.example.blendvision.model.CreateChatroomTokenRequest;
import com.example.blendvision.model.CustomCounterDefinition;
import com.example.blendvision.model.RefreshChatroomTokenRequest;
import com.example.ibmvideo.ApiException;
import com.example.ibmvideo.JSON;
import com.example.ibmvideo.api.AuthorizationApi;
import com.example.ibmvideo.api.ChatApi;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Makes the calls of a plan with the clients that openapi-generator made. */
public class Runner {
  private static final Gson PLAIN = new GsonBuilder().serializeNulls().create();

  public static void main(String[] arguments) throws Exception {
    JsonElement plan = JsonParser.parseString(Files.readString(Path.of(arguments[0])));
    List<String> lines = new ArrayList<>();
    for (JsonElement call : plan.getAsJsonArray()) lines.add(PLAIN.toJson(run(call.getAsJsonObject())));
    Files.write(Path.of(arguments[1]), lines);
    System.exit(0); // okhttp's threads would live on for a minute
  }

  private static JsonObject run(JsonObject call) {
    JsonObject result = new JsonObject();
    result.add("id", call.get("id"));
    try {
      JsonElement value = send(call);
      if (value.isJsonNull() && call.get("helped").getAsBoolean()) result.add("error", new JsonObject());
      else result.add("value", value);
    } catch (ApiException error) {
      result.add("error", told(error.getCode(), error.getResponseBody()));
    } catch (com.example.blendvision.ApiException error) {
      result.add("error", told(error.getCode(), error.getResponseBody()));
    } catch (RuntimeException error) {
      JsonObject reason = new JsonObject();
      reason.addProperty("reason", error.toString());
      result.add("error", reason);
    }
    return result;
  }

  private static JsonObject told(int status, String body) {
    JsonObject error = new JsonObject();
    if (status != 0) error.addProperty("status", status);
    if (body != null) error.add("body", decode(body));
    return error;
  }

  private static JsonElement decode(String text) {
    if (text.isEmpty()) return JsonNull.INSTANCE;
    try {
      return new Gson().getAdapter(JsonElement.class).fromJson(text);
    } catch (java.io.IOException | JsonParseException error) {
      return new JsonPrimitive(text);
    }
  }

  private static JsonElement send(JsonObject call) throws ApiException, com.example.blendvision.ApiException {
    JsonObject input = call.getAsJsonObject("input");
    JsonObject path = input.has("path") ? input.getAsJsonObject("path") : new JsonObject();
    JsonObject body = input.has("body") ? input.getAsJsonObject("body") : new JsonObject();
    switch (call.get("operation").getAsString()) {
      case "initializeChat":
        return ibm(new ChatApi(ibmClient(call)).initializeChat(text(path, "channelId")));
      case "initializeGroupChat":
        return ibm(new ChatApi(ibmClient(call)).initializeGroupChat(text(path, "channelId"),
            texts(body, "participant_ids[]"), text(body, "chat_token"), text(body, "name")));
      case "createAccessToken": {
        AuthorizationApi api = new AuthorizationApi(ibmClient(call));
        api.setCustomBaseUrl(text(call, "baseUrl"));
        return ibm(api.createAccessToken(text(body, "grant_type"), text(body, "client_id"),
            text(body, "refresh_token"), text(body, "device_name"), text(body, "scope")));
      }
      case "createChatroom": {
        CreateChatroomRequest request = new CreateChatroomRequest();
        if (call.get("helped").getAsBoolean()) request.customCounters(null);
        if (body.has("custom_counters")) {
          request.customCounters(new ArrayList<>());
          for (JsonElement counter : body.getAsJsonArray("custom_counters")) {
            request.addCustomCountersItem(new CustomCounterDefinition().key(text(counter.getAsJsonObject(), "key")));
          }
        }
        return bv(new ChatroomsApi(bvClient(call)).createChatroom(request));
      }
      case "createChatroomToken":
        return bv(new ChatroomTokensApi(bvClient(call)).createChatroomToken(text(path, "id"), tokenRequest(call, body)));
      case "refreshChatroomToken": {
        RefreshChatroomTokenRequest request = new RefreshChatroomTokenRequest().refreshToken(text(body, "refresh_token"));
        return bv(new ChatroomTokensApi(bvClient(call)).refreshChatroomToken(request));
      }
      case "getChatroom":
        return bv(new ChatroomsApi(bvClient(call)).getChatroom());
      case "getChatroomConfig":
        return bv(new ChatroomsApi(bvClient(call)).getChatroomConfig());
      default:
        throw new IllegalArgumentException(text(call, "operation"));
    }
  }

  private static CreateChatroomTokenRequest tokenRequest(JsonObject call, JsonObject body) {
    CreateChatroomTokenRequest request = new CreateChatroomTokenRequest()
        .deviceId(text(body, "device_id")).subject(text(body, "subject")).name(text(body, "name"));
    if (call.get("helped").getAsBoolean()) request.role(null);
    if (body.has("role")) request.role(CreateChatroomTokenRequest.RoleEnum.fromValue(text(body, "role")));
    if (body.has("expired_at")) request.expiredAt(OffsetDateTime.parse(text(body, "expired_at")));
    return request;
  }

  private static com.example.ibmvideo.ApiClient ibmClient(JsonObject call) {
    JsonObject credentials = call.getAsJsonObject("credentials");
    boolean helped = call.get("helped").getAsBoolean();
    com.example.ibmvideo.ApiClient client = helped ? new IbmClient() : new com.example.ibmvideo.ApiClient();
    client.setBasePath(text(call, "baseUrl"));
    if (credentials.has("accessToken")) client.setBearerToken(text(credentials, "accessToken"));
    if (credentials.has("clientSecret")) {
      if (client instanceof IbmClient ibm) {
        ibm.setClientSecret(text(credentials, "clientSecret"));
      } else {
        client.setUsername("");
        client.setPassword(text(credentials, "clientSecret"));
      }
    }
    return client;
  }

  private static com.example.blendvision.ApiClient bvClient(JsonObject call) {
    JsonObject credentials = call.getAsJsonObject("credentials");
    com.example.blendvision.ApiClient client = new com.example.blendvision.ApiClient();
    client.setBasePath(text(call, "baseUrl"));
    for (String name : List.of("chatroomToken", "apiToken")) {
      // setBearerToken would set the first of the two schemes, whichever is meant.
      if (credentials.has(name)) ((HttpBearerAuth) client.getAuthentication(name)).setBearerToken(text(credentials, name));
    }
    if (credentials.has("organizationId")) client.setApiKey(text(credentials, "organizationId"));
    return client;
  }

  private static String text(JsonObject members, String name) {
    return members.has(name) ? members.get(name).getAsString() : null;
  }

  private static List<String> texts(JsonObject members, String name) {
    return members.getAsJsonArray(name).asList().stream().map(JsonElement::getAsString).toList();
  }

  private static JsonElement ibm(Object value) {
    return JSON.getGson().toJsonTree(value);
  }

  private static JsonElement bv(Object value) {
    return com.example.blendvision.JSON.getGson().toJsonTree(value);
  }
}
