// Makes the calls of a plan with the clients that openapi-generator made.
package main

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"

	"example.com/chat/blendvision"
	"example.com/chat/ibmvideo"
)

func run(c call) result {
	value, rsp, err := send(c)
	if isNil := reflect.ValueOf(value).IsNil(); err == nil && c.Helped && isNil {
		return result{ID: c.ID, Error: &failure{Status: &rsp.StatusCode}}
	}
	if err == nil {
		return result{ID: c.ID, Value: value}
	}
	if rsp == nil {
		return result{ID: c.ID, Error: &failure{Reason: err.Error()}}
	}
	seen := &failure{Status: &rsp.StatusCode}
	if known, ok := err.(interface{ Body() []byte }); ok {
		seen.Body = decode(known.Body())
	}
	return result{ID: c.ID, Error: seen}
}

func form(c call) map[string]json.RawMessage { return body[map[string]json.RawMessage](c) }

// text hands a member on to a setter, where it is given.
func text[T any](members map[string]json.RawMessage, name string, request T, set func(T, string) T) T {
	raw, ok := members[name]
	if !ok {
		return request
	}
	var value string
	must(json.Unmarshal(raw, &value))
	return set(request, value)
}

func send(c call) (any, *http.Response, error) {
	ctx := context.Background()
	ibmConfig := ibmvideo.NewConfiguration()
	ibmConfig.Servers = ibmvideo.ServerConfigurations{{URL: c.BaseURL}}
	ibmConfig.OperationServers = nil
	bvConfig := blendvision.NewConfiguration()
	bvConfig.Servers = blendvision.ServerConfigurations{{URL: c.BaseURL}}
	for _, name := range []string{"chatroomToken", "apiToken"} {
		if token, ok := c.Credentials[name]; ok {
			ctx = context.WithValue(ctx, blendvision.ContextAccessToken, token)
		}
	}
	if id, ok := c.Credentials["organizationId"]; ok {
		keys := map[string]blendvision.APIKey{"organizationId": {Key: id}}
		ctx = context.WithValue(ctx, blendvision.ContextAPIKeys, keys)
	}
	if token, ok := c.Credentials["accessToken"]; ok {
		ctx = context.WithValue(ctx, ibmvideo.ContextAccessToken, token)
	}
	if secret, ok := c.Credentials["clientSecret"]; ok {
		if c.Helped {
			ibmConfig.AddDefaultHeader("Authorization", "Basic "+secret)
		} else {
			ctx = context.WithValue(ctx, ibmvideo.ContextBasicAuth, ibmvideo.BasicAuth{Password: secret})
		}
	}
	ibm := ibmvideo.NewAPIClient(ibmConfig)
	bv := blendvision.NewAPIClient(bvConfig)

	switch c.Operation {
	case "initializeChat":
		return ibm.ChatAPI.InitializeChat(ctx, c.Input.Path["channelId"]).Execute()
	case "initializeGroupChat":
		members := form(c)
		var ids []string
		must(json.Unmarshal(members["participant_ids[]"], &ids))
		request := ibm.ChatAPI.InitializeGroupChat(ctx, c.Input.Path["channelId"]).ParticipantIds(ids)
		request = text(members, "chat_token", request, ibmvideo.ApiInitializeGroupChatRequest.ChatToken)
		request = text(members, "name", request, ibmvideo.ApiInitializeGroupChatRequest.Name)
		return request.Execute()
	case "createAccessToken":
		members := form(c)
		request := ibm.AuthorizationAPI.CreateAccessToken(ctx)
		request = text(members, "grant_type", request, ibmvideo.ApiCreateAccessTokenRequest.GrantType)
		request = text(members, "client_id", request, ibmvideo.ApiCreateAccessTokenRequest.ClientId)
		request = text(members, "refresh_token", request, ibmvideo.ApiCreateAccessTokenRequest.RefreshToken)
		request = text(members, "device_name", request, ibmvideo.ApiCreateAccessTokenRequest.DeviceName)
		request = text(members, "scope", request, ibmvideo.ApiCreateAccessTokenRequest.Scope)
		return request.Execute()
	case "createChatroom":
		return bv.ChatroomsAPI.CreateChatroom(ctx).CreateChatroomRequest(body[blendvision.CreateChatroomRequest](c)).Execute()
	case "createChatroomToken":
		return bv.ChatroomTokensAPI.CreateChatroomToken(ctx, c.Input.Path["id"]).
			CreateChatroomTokenRequest(body[blendvision.CreateChatroomTokenRequest](c)).Execute()
	case "refreshChatroomToken":
		return bv.ChatroomTokensAPI.RefreshChatroomToken(ctx).
			RefreshChatroomTokenRequest(body[blendvision.RefreshChatroomTokenRequest](c)).Execute()
	case "getChatroom":
		return bv.ChatroomsAPI.GetChatroom(ctx).Execute()
	case "getChatroomConfig":
		return bv.ChatroomsAPI.GetChatroomConfig(ctx).Execute()
	}
	panic("no operation " + c.Operation)
}
