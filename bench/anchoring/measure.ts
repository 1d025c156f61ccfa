import type { Job, Question } from "./jobs";
import type { Answer, System } from "./systems";

/** What a system did with a job; counts are of the questions it got to. */
export interface Measurement {
  system: string;
  job: Job["name"];
  asked: number;
  /** Right place, or rightly none. */
  correct: number;
  /** A place where there is none, or another than the true one. */
  wrong: number;
  /** Wrong, and reported without a doubt. */
  wrongAndCertain: number;
  /** None where there is one. */
  lost: number;
  /** Placed, but a person is asked to look. */
  uncertain: number;
  /** Milliseconds of the processor for a thousand questions, the reading of the text included: the median of the rounds. */
  milliseconds: number;
  /** The longest single answer, in milliseconds of the processor: the least over the rounds, since garbage collection disturbs. */
  longest: number;
}

/** Both ends may be off by so many units. */
const TOLERANCE = 10;

/** Puts the questions of a job to a system, in several rounds; stops a round when its time, in milliseconds, is up. */
export async function measure(system: System, job: Job, rounds: number, budget: number): Promise<Measurement> {
  const times: number[] = [];
  const longests: number[] = [];
  let answers: (Answer | null)[] = [];
  let questions: Question[] = [];
  for (let round = 0; round < rounds; round += 1) {
    answers = [];
    questions = shuffled(job.questions);
    let longest = 0;
    const begun = processorTime();
    const answer = system.read(job.text);
    for (const question of questions) {
      const asked = processorTime();
      answers.push(await answer(question));
      const done = processorTime();
      // The first answer pays for the index.
      if (answers.length > 1) longest = Math.max(longest, done - asked);
      if (done - begun > budget) break;
    }
    times.push(((processorTime() - begun) / answers.length) * 1000);
    longests.push(longest);
  }
  return { system: system.name, job: job.name, ...grade(questions, answers), milliseconds: median(times), longest: Math.min(...longests) };
}

/** Milliseconds that the processor worked for this program: unlike the clock, it does not count what other programs took. */
export function processorTime(): number {
  return process.cpuUsage().user / 1000;
}

function grade(questions: readonly Question[], answers: readonly (Answer | null)[]) {
  const counts = { asked: answers.length, correct: 0, wrong: 0, wrongAndCertain: 0, lost: 0, uncertain: 0 };
  answers.forEach((answer, index) => {
    const truth = questions[index]?.truth ?? null;
    if (answer && !answer.certain) counts.uncertain += 1;
    const right = truth && answer ? Math.abs(answer.start - truth.start) <= TOLERANCE && Math.abs(answer.end - truth.end) <= TOLERANCE : truth === answer;
    if (right) counts.correct += 1;
    else if (!answer) counts.lost += 1;
    else {
      counts.wrong += 1;
      if (answer.certain) counts.wrongAndCertain += 1;
    }
  });
  return counts;
}

/** Steps through the questions so that a round that is cut short has seen all parts of the text. */
function shuffled(questions: readonly Question[]): Question[] {
  const step = 617;
  return questions.map((_, index) => questions[(index * step) % questions.length]).filter((question) => question !== undefined);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
