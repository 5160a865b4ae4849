// Makes the calls of a plan with the clients that oapi-codegen made.
package main

import (
	"context"
	"errors"
	"net/http"

	"example.com/chat/blendvision"
	"example.com/chat/chat"
	"example.com/chat/ibmvideo"
)

// answer is what every generated response has.
type answer interface {
	StatusCode() int
	GetBody() []byte
}

func run(c call) result {
	rsp, value, err := send(c)
	if err != nil {
		var known *chat.StatusError
		if errors.As(err, &known) {
			return result{ID: c.ID, Error: &failure{Status: &known.Status, Body: known.Body}}
		}
		return result{ID: c.ID, Error: &failure{Reason: err.Error()}}
	}
	if value != nil {
		return result{ID: c.ID, Value: value}
	}
	status := rsp.StatusCode()
	return result{ID: c.ID, Error: &failure{Status: &status, Body: decode(rsp.GetBody())}}
}

// some makes an untyped nil of a typed one.
func some[T any](value *T) any {
	if value == nil {
		return nil
	}
	return value
}

func send(c call) (answer, any, error) {
	ctx := context.Background()
	var doer ibmvideo.HttpRequestDoer = http.DefaultClient
	if c.Helped {
		doer = chat.Doer{Client: http.DefaultClient}
	}
	header := func(name, value string) func(context.Context, *http.Request) error {
		return func(_ context.Context, r *http.Request) error {
			if value != "" {
				r.Header.Set(name, value)
			}
			return nil
		}
	}
	ibm, err := ibmvideo.NewClientWithResponses(c.BaseURL, ibmvideo.WithHTTPClient(doer),
		ibmvideo.WithRequestEditorFn(header("Authorization", c.authorization())))
	must(err)
	bv, err := blendvision.NewClientWithResponses(c.BaseURL, blendvision.WithHTTPClient(doer),
		blendvision.WithRequestEditorFn(header("Authorization", c.authorization())),
		blendvision.WithRequestEditorFn(header("x-bv-org-id", c.Credentials["organizationId"])))
	must(err)

	switch c.Operation {
	case "initializeChat":
		rsp, err := ibm.InitializeChatWithResponse(ctx, c.Input.Path["channelId"])
		if err != nil {
			return nil, nil, err
		}
		return rsp, some(rsp.JSON200), nil
	case "initializeGroupChat":
		form := body[ibmvideo.GroupChatForm](c)
		var rsp *ibmvideo.InitializeGroupChatResponse
		if c.Helped {
			rsp, err = ibm.InitializeGroupChatWithBodyWithResponse(ctx, c.Input.Path["channelId"], ibmvideo.FormType, form.Reader())
		} else {
			rsp, err = ibm.InitializeGroupChatWithFormdataBodyWithResponse(ctx, c.Input.Path["channelId"], form)
		}
		if err != nil {
			return nil, nil, err
		}
		return rsp, some(rsp.JSON200), nil
	case "createAccessToken":
		rsp, err := ibm.CreateAccessTokenWithFormdataBodyWithResponse(ctx, body[ibmvideo.AccessTokenForm](c))
		if err != nil {
			return nil, nil, err
		}
		return rsp, some(rsp.JSON200), nil
	case "createChatroom":
		rsp, err := bv.CreateChatroomWithResponse(ctx, body[blendvision.CreateChatroomRequest](c))
		if err != nil {
			return nil, nil, err
		}
		return rsp, some(rsp.JSON200), nil
	case "createChatroomToken":
		rsp, err := bv.CreateChatroomTokenWithResponse(ctx, c.Input.Path["id"], body[blendvision.CreateChatroomTokenRequest](c))
		if err != nil {
			return nil, nil, err
		}
		return rsp, some(rsp.JSON200), nil
	case "refreshChatroomToken":
		rsp, err := bv.RefreshChatroomTokenWithResponse(ctx, body[blendvision.RefreshChatroomTokenRequest](c))
		if err != nil {
			return nil, nil, err
		}
		return rsp, some(rsp.JSON200), nil
	case "getChatroom":
		rsp, err := bv.GetChatroomWithResponse(ctx)
		if err != nil {
			return nil, nil, err
		}
		return rsp, some(rsp.JSON200), nil
	case "getChatroomConfig":
		rsp, err := bv.GetChatroomConfigWithResponse(ctx)
		if err != nil {
			return nil, nil, err
		}
		return rsp, some(rsp.JSON200), nil
	}
	panic("no operation " + c.Operation)
}
