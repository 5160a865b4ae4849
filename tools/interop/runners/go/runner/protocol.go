package main

import (
	"bufio"
	"encoding/json"
	"os"
)

// call is what the client shall do.
type call struct {
	ID          string            `json:"id"`
	Operation   string            `json:"operation"`
	Credentials map[string]string `json:"credentials"`
	Input       struct {
		Path map[string]string `json:"path"`
		Body json.RawMessage   `json:"body"`
	} `json:"input"`
	BaseURL string `json:"baseUrl"`
	Helped  bool   `json:"helped"`
}

// failure is what a caller can tell of an error.
type failure struct {
	Status *int   `json:"status,omitempty"`
	Body   any    `json:"body,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// result is what came of a call: a value or an error.
type result struct {
	ID    string   `json:"id"`
	Value any      `json:"value,omitempty"`
	Error *failure `json:"error,omitempty"`
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	must(err)
	var calls []call
	must(json.Unmarshal(text, &calls))
	file, err := os.Create(os.Args[2])
	must(err)
	writer := bufio.NewWriter(file)
	for _, c := range calls {
		line, err := json.Marshal(run(c))
		must(err)
		writer.Write(append(line, '\n'))
	}
	must(writer.Flush())
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// authorization is the Authorization header that goes with the credentials.
func (c call) authorization() string {
	for _, name := range []string{"accessToken", "chatroomToken", "apiToken"} {
		if token, ok := c.Credentials[name]; ok {
			return "Bearer " + token
		}
	}
	if secret, ok := c.Credentials["clientSecret"]; ok {
		return "Basic " + secret
	}
	return ""
}

// body is the body of a call, in the type that the generator made of it.
func body[T any](c call) T {
	var value T
	must(json.Unmarshal(c.Input.Body, &value))
	return value
}

// decode reads JSON, or gives the text.
func decode(text []byte) any {
	var value any
	if json.Unmarshal(text, &value) != nil {
		return string(text)
	}
	return value
}
