// Makes the calls of a plan with the clients that ogen made.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"reflect"
	"strings"
	"time"

	"example.com/chat/blendvision"
	"example.com/chat/chat"
	"example.com/chat/ibmvideo"
	"github.com/ogen-go/ogen/validate"
)

func run(c call) result {
	answer, err := send(c)
	if err != nil {
		var known *chat.StatusError
		if errors.As(err, &known) {
			return result{ID: c.ID, Error: &failure{Status: &known.Status, Body: known.Body}}
		}
		var unexpected *blendvision.UnexpectedErrorStatusCode
		if errors.As(err, &unexpected) {
			return result{ID: c.ID, Error: &failure{Status: &unexpected.StatusCode, Body: unexpected.Response}}
		}
		var undocumented *validate.UnexpectedStatusCodeError
		if errors.As(err, &undocumented) {
			return result{ID: c.ID, Error: &failure{Status: &undocumented.StatusCode}}
		}
		return result{ID: c.ID, Error: &failure{Reason: err.Error()}}
	}
	if headers, ok := answer.(*ibmvideo.AccessTokenCreatedHeaders); ok {
		answer = &headers.Response
	}
	status := statusOf(answer)
	if status == 0 {
		return result{ID: c.ID, Value: readable(answer)}
	}
	if headers, ok := answer.(*ibmvideo.TooManyRequestsHeaders); ok {
		answer = &headers.Response
	}
	return result{ID: c.ID, Error: &failure{Status: &status, Body: answer}}
}

// readable prints the time with its fraction, which ogen reads, but does not write.
func readable(answer any) any {
	config, ok := answer.(*blendvision.ChatroomConfig)
	if !ok {
		return answer
	}
	text, err := config.MarshalJSON()
	must(err)
	members, _ := decode(text).(map[string]any)
	if at := config.Token.Value.ExpiredAt; at.Set {
		members["token"] = map[string]any{"expired_at": at.Value.Format(time.RFC3339Nano)}
	}
	return members
}

// statusOf knows the status of a documented error by its type, as its user does; 0 for no error.
func statusOf(answer any) int {
	name := strings.TrimSuffix(reflect.TypeOf(answer).Elem().Name(), "Headers")
	for status := 400; status < 600; status++ {
		text := strings.ReplaceAll(http.StatusText(status), " ", "")
		if text != "" && strings.HasSuffix(name, text) {
			return status
		}
	}
	return 0
}

type source struct{ call }

func (s source) AccessToken(context.Context, ibmvideo.OperationName) (ibmvideo.AccessToken, error) {
	return ibmvideo.AccessToken{Token: s.Credentials["accessToken"]}, nil
}

func (s source) ClientSecret(context.Context, ibmvideo.OperationName) (ibmvideo.ClientSecret, error) {
	return ibmvideo.ClientSecret{Password: s.Credentials["clientSecret"]}, nil
}

func (s source) ApiToken(context.Context, blendvision.OperationName) (blendvision.ApiToken, error) {
	return blendvision.ApiToken{Token: s.Credentials["apiToken"]}, nil
}

func (s source) ChatroomToken(context.Context, blendvision.OperationName) (blendvision.ChatroomToken, error) {
	return blendvision.ChatroomToken{Token: s.Credentials["chatroomToken"]}, nil
}

func (s source) OrganizationId(context.Context, blendvision.OperationName) (blendvision.OrganizationId, error) {
	return blendvision.OrganizationId{APIKey: s.Credentials["organizationId"]}, nil
}

// form reads a form's members; ogen makes no JSON reader for what is never JSON.
func form(c call) map[string]json.RawMessage { return body[map[string]json.RawMessage](c) }

func text(members map[string]json.RawMessage, name string) (value string, ok bool) {
	raw, ok := members[name]
	if ok {
		must(json.Unmarshal(raw, &value))
	}
	return value, ok
}

func optional(members map[string]json.RawMessage, name string) ibmvideo.OptString {
	value, ok := text(members, name)
	return ibmvideo.OptString{Value: value, Set: ok}
}

// tokenRequest is filled by hand: ogen's JSON reader is for servers, it puts defaults in.
func tokenRequest(members map[string]json.RawMessage) (request blendvision.CreateChatroomTokenRequest) {
	if role, ok := text(members, "role"); ok {
		request.Role.SetTo(blendvision.CreateChatroomTokenRequestRole(role))
	}
	if device, ok := text(members, "device_id"); ok {
		request.DeviceID.SetTo(device)
	}
	if subject, ok := text(members, "subject"); ok {
		request.Subject.SetTo(subject)
	}
	if name, ok := text(members, "name"); ok {
		request.Name.SetTo(name)
	}
	if expiry, ok := text(members, "expired_at"); ok {
		at, err := time.Parse(time.RFC3339, expiry)
		must(err)
		request.ExpiredAt.SetTo(at)
	}
	return request
}

func send(c call) (any, error) {
	ctx := context.Background()
	var doer interface {
		Do(*http.Request) (*http.Response, error)
	} = http.DefaultClient
	if c.Helped {
		plain := chat.Doer{Client: http.DefaultClient}
		doer = plain
		if secret, ok := c.Credentials["clientSecret"]; ok {
			doer = chat.ClientSecret{Doer: plain, Secret: secret}
		}
	}
	ibm, err := ibmvideo.NewClient(c.BaseURL, source{c}, ibmvideo.WithClient(doer))
	must(err)
	bv, err := blendvision.NewClient(c.BaseURL, source{c}, blendvision.WithClient(doer))
	must(err)

	switch c.Operation {
	case "initializeChat":
		return ibm.InitializeChat(ctx, ibmvideo.InitializeChatParams{ChannelId: c.Input.Path["channelId"]})
	case "initializeGroupChat":
		members := form(c)
		token, _ := text(members, "chat_token")
		group := ibmvideo.GroupChatForm{ChatToken: token, Name: optional(members, "name")}
		must(json.Unmarshal(members["participant_ids[]"], &group.ParticipantIds))
		return ibm.InitializeGroupChat(ctx, &group, ibmvideo.InitializeGroupChatParams{ChannelId: c.Input.Path["channelId"]})
	case "createAccessToken":
		members := form(c)
		grant, _ := text(members, "grant_type")
		id, _ := text(members, "client_id")
		return ibm.CreateAccessToken(ctx, &ibmvideo.AccessTokenForm{
			GrantType:    ibmvideo.AccessTokenFormGrantType(grant),
			ClientID:     id,
			RefreshToken: optional(members, "refresh_token"),
			DeviceName:   optional(members, "device_name"),
			Scope:        optional(members, "scope"),
		})
	case "createChatroom":
		request := body[blendvision.CreateChatroomRequest](c)
		return bv.CreateChatroom(ctx, &request)
	case "createChatroomToken":
		request := tokenRequest(form(c))
		return bv.CreateChatroomToken(ctx, &request, blendvision.CreateChatroomTokenParams{ID: c.Input.Path["id"]})
	case "refreshChatroomToken":
		request := body[blendvision.RefreshChatroomTokenRequest](c)
		return bv.RefreshChatroomToken(ctx, &request)
	case "getChatroom":
		return bv.GetChatroom(ctx)
	case "getChatroomConfig":
		return bv.GetChatroomConfig(ctx)
	}
	panic("no operation " + c.Operation)
}
