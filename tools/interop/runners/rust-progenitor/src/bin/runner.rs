//! Makes the calls of a plan with the clients that progenitor made.
use chat::{GroupChatForm, blendvision, http, ibm_video};
use progenitor_client::{Error, ResponseValue};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use std::{env, fmt::Debug, fs};

#[tokio::main]
async fn main() {
    let [plan, results] = [1, 2].map(|index| env::args().nth(index).unwrap());
    let calls: Vec<Value> = serde_json::from_str(&fs::read_to_string(plan).unwrap()).unwrap();
    let mut lines = String::new();
    for call in calls {
        let mut outcome = send(&call).await;
        outcome["id"] = call["id"].clone();
        lines += &format!("{outcome}\n");
    }
    fs::write(results, lines).unwrap();
}

fn told<T: Serialize, E: Serialize + Debug>(result: Result<ResponseValue<T>, Error<E>>) -> Value {
    let error = match result {
        Ok(value) => return json!({"value": value.into_inner()}),
        Err(error) => error,
    };
    let mut seen = Map::new();
    if let Some(status) = error.status() {
        seen.insert("status".into(), status.as_u16().into());
    }
    match error {
        Error::ErrorResponse(value) => seen.insert("body".into(), json!(value.into_inner())),
        other => seen.insert("reason".into(), format!("{other:?}").into()),
    };
    json!({"error": seen})
}

fn body<T: DeserializeOwned>(call: &Value) -> T {
    serde_json::from_value(call["input"]["body"].clone()).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn headers(call: &Value) -> Vec<(&'static str, String)> {
    let credentials = &call["credentials"];
    let mut headers = vec![];
    for name in ["accessToken", "chatroomToken", "apiToken"] {
        if let Some(token) = credentials[name].as_str() {
            headers.push(("authorization", format!("Bearer {token}")));
        }
    }
    if let Some(secret) = credentials["clientSecret"].as_str() {
        headers.push(("authorization", format!("Basic {secret}")));
    }
    if let Some(id) = credentials["organizationId"].as_str() {
        headers.push(("x-bv-org-id", id.to_string()));
    }
    headers
}

async fn send(call: &Value) -> Value {
    let url = text(&call["baseUrl"]);
    let ibm = ibm_video::Client::new_with_client(url, http(&headers(call)));
    let bv = blendvision::Client::new_with_client(url, http(&headers(call)));
    let path = &call["input"]["path"];
    match text(&call["operation"]) {
        "initializeChat" => {
            told(ibm.initialize_chat(&text(&path["channelId"]).parse().unwrap()).await)
        }
        "initializeGroupChat" => {
            let form = &call["input"]["body"];
            let ids = form["participant_ids[]"].as_array().unwrap();
            let form = GroupChatForm {
                participant_ids: ids.iter().map(|id| text(id).to_string()).collect(),
                chat_token: text(&form["chat_token"]).to_string(),
                name: form["name"].as_str().map(str::to_string),
            };
            told(ibm.initialize_group_chat(&text(&path["channelId"]).parse().unwrap(), &form).await)
        }
        "createAccessToken" => told(ibm.create_access_token(&body(call)).await),
        "createChatroom" => told(bv.create_chatroom(&body(call)).await),
        "createChatroomToken" => {
            told(bv.create_chatroom_token(&text(&path["id"]).parse().unwrap(), &body(call)).await)
        }
        "refreshChatroomToken" => told(bv.refresh_chatroom_token(&body(call)).await),
        "getChatroom" => told(bv.get_chatroom().await),
        "getChatroomConfig" => told(bv.get_chatroom_config().await),
        other => panic!("no operation {other}"),
    }
}
