/**
 * A document says something that cannot be generated without guessing. The message names the place,
 * outermost first: `operation createRoom: parameter session: …`.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Puts a place in front of a refusal; other errors stay as they are. */
export function at(place: string, error: unknown): unknown {
  return error instanceof Refusal ? new Refusal(`${place}: ${error.message}`) : error;
}

/** Runs `build`; a refusal that comes out of it gets `place` put in front. */
export function within<Built>(place: string, build: () => Built): Built {
  try {
    return build();
  } catch (error) {
    throw at(place, error);
  }
}
