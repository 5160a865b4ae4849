import type { Fetch } from "@roomkey/http";

/** A fetch that stands for a platform. */
export interface Platform {
  readonly fetch: Fetch;
  /** Requests received so far. */
  requests(): number;
}

/** A platform that answers as told. */
export function platform(answer: (request: Request) => Response | Promise<Response>): Platform {
  let count = 0;
  return {
    fetch: async (input, init) => {
      count += 1;
      return answer(new Request(input, init));
    },
    requests: () => count,
  };
}
