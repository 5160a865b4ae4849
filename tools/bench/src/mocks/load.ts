import autocannon from "autocannon";
import { quantile } from "../measure/statistics.js";
import type { MockRequest } from "./requests.js";

/** What a server did under load. */
export interface Load {
  readonly requestsPerSecond: number;
  /** 99th percentile, in milliseconds. */
  readonly p99: number;
}

/** Either for so long, or so many requests. */
export type LoadLength = { readonly seconds: number } | { readonly requests: number };

/** Loads a server with one request from 10 connections. Every answer has to be 200. */
export async function load(
  url: string,
  { method, path, headers, body }: MockRequest,
  length: LoadLength,
): Promise<Load> {
  const times: number[] = [];
  const wrong = new Set<number>();
  const startedAt = performance.now();
  const settings = {
    url: url + path,
    connections: 10,
    method,
    headers,
    ...(body !== undefined && { body }),
    ...("seconds" in length ? { duration: length.seconds } : { amount: length.requests }),
  };
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(settings, (error: Error | null, result) =>
      error === null ? resolve(result) : reject(error),
    );
    // autocannon's own percentiles are whole milliseconds, too coarse for what is compared here.
    run.on("response", (_client, status, _bytes, ms) => {
      if (status !== 200) wrong.add(status);
      times.push(ms);
    });
  });
  if (wrong.size > 0) throw new Error(`${method} ${url}${path} answered ${[...wrong]}`);
  if (errors + timeouts > 0) throw new Error(`${url}: ${errors} errors, ${timeouts} timeouts`);
  const seconds = (performance.now() - startedAt) / 1000;
  return { requestsPerSecond: times.length / seconds, p99: quantile(times, 0.99) };
}
