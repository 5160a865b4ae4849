/** Something that is measured beside others: one repetition of its work. */
export type Contender = () => Promise<unknown> | unknown;

/** Names and contenders, in whatever order. */
export type Contenders = Readonly<Record<string, Contender>>;

/** What each contender took, round by round. */
export type Samples<Name extends string = string> = Readonly<Record<Name, readonly number[]>>;

/**
 * Measures contenders in rounds: in each round everyone has one turn, in an order that moves on by
 * one place each time, so that whatever disturbs the machine disturbs all of them alike.
 */
export async function interleave<Name extends string>(
  names: readonly Name[],
  rounds: number,
  turn: (name: Name) => Promise<number>,
): Promise<Samples<Name>> {
  const samples: Partial<Record<Name, number[]>> = {};
  for (const name of names) samples[name] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(round + place) % names.length] as Name;
      samples[name]?.push(await turn(name));
    }
  }
  return samples as Record<Name, number[]>;
}

/** Options of `timePerCall`. */
export interface TimingOptions {
  readonly rounds: number;
  /** How long one turn takes, in milliseconds: long enough to be told from the clock's own noise. */
  readonly turnMs?: number;
}

/**
 * Microseconds of processor time per repetition of each contender, round by round, after a warm-up.
 * Processor time and not time of day, so that other processes on the machine do not count; collecting
 * garbage does, on whatever thread.
 */
export async function timePerCall<All extends Contenders>(
  contenders: All,
  { rounds, turnMs = 5 }: TimingOptions,
): Promise<Samples<Extract<keyof All, string>>> {
  type Name = Extract<keyof All, string>;
  const names = Object.keys(contenders) as Name[];
  const repetitions = Object.fromEntries(names.map((name) => [name, 1])) as Record<Name, number>;
  const turn = async (name: Name): Promise<number> => {
    const contender = contenders[name] as Contender;
    const repeat = repetitions[name];
    const before = process.cpuUsage();
    for (let count = 0; count < repeat; count += 1) await contender();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / repeat;
  };
  // The optimizing compiler needs thousands of calls; how many fit into a turn is known after that.
  for (let warmUp = 0; warmUp < 12; warmUp += 1) {
    const samples = await interleave(names, 3, turn);
    for (const name of names) {
      const fastest = Math.min(...samples[name]);
      repetitions[name] = Math.max(1, Math.ceil((turnMs * 1000) / Math.max(fastest, 0.01)));
    }
  }
  return interleave(names, rounds, turn);
}
