/** Makes a function that runs work one piece after the other, in the order in which it came. */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    // A failure is for those who wait for it, not for the next in line.
    last = turn.catch(() => {});
    return turn;
  };
}
