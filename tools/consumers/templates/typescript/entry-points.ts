// Every entry point that works without a test runner, so that all declarations are checked.
export type * as blendvisionClient from "@roomkey/blendvision";
export type * as blendvisionServerClient from "@roomkey/blendvision/server";
export type * as http from "@roomkey/http";
export type * as opentelemetry from "@roomkey/http/opentelemetry";
export type * as ibmVideoClient from "@roomkey/ibm-video";
export type * as ibmVideoServerClient from "@roomkey/ibm-video/server";
export type * as roomkey from "roomkey";
export type * as blendvision from "roomkey/blendvision";
export type * as blendvisionServer from "roomkey/blendvision/server";
export type * as ibmVideo from "roomkey/ibm-video";
